package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.series.TimeSeries;
import java.time.Instant;
import java.util.function.DoubleUnaryOperator;

/** Averages of a history by class of days and place in the day. */
final class MeanTraining {

    private final TimeSeries history;
    private final DayKinds kinds;
    private final int places;
    /** Which class and place each bucket of the history has, as {@code class * places + place}. */
    private final int[] cell;

    MeanTraining(TimeSeries history, LocalCalendar calendar, DayKinds kinds) {
        this.history = history;
        this.kinds = kinds;
        this.places = calendar.placesPerDay();
        this.cell = new int[history.size()];
        long day = Long.MIN_VALUE;
        int kind = 0;
        for (int i = 0; i < cell.length; i++) {
            Instant time = history.time(i);
            if (calendar.day(time) != day) {
                day = calendar.day(time);
                kind = kinds.of(day);
            }
            cell[i] = kind * places + calendar.place(time);
        }
    }

    /** The average of the values per class and place. */
    double[][] average() {
        return averages(history.values()::get);
    }

    /** The average of {@code function(value - center)} per class and place. */
    double[][] averageAround(double[][] center, DoubleUnaryOperator function) {
        return averages(
                i -> function.applyAsDouble(history.values().get(i) - center[cell[i] / places][cell[i] % places]));
    }

    private double[][] averages(BucketFunction function) {
        Moments[] own = new Moments[kinds.count() * places];
        Moments[] ofPlace = new Moments[places];
        Moments all = new Moments();
        for (int i = 0; i < cell.length; i++) {
            if (!history.values().isMissing(i)) {
                double number = function.of(i);
                own[cell[i]] = added(own[cell[i]], number);
                ofPlace[cell[i] % places] = added(ofPlace[cell[i] % places], number);
                all.add(number);
            }
        }
        return filled(own, ofPlace, all);
    }

    private static Moments added(Moments moments, double number) {
        Moments result = moments == null ? new Moments() : moments;
        result.add(number);
        return result;
    }

    private double[][] filled(Moments[] own, Moments[] ofPlace, Moments all) {
        double[][] result = new double[kinds.count()][places];
        for (int i = 0; i < own.length; i++) {
            int place = i % places;
            Moments alike = own[i] == null && i / places == kinds.holiday()
                    ? own[kinds.nearestToHoliday() * places + place]
                    : own[i];
            Moments nearest = alike != null ? alike : ofPlace[place] != null ? ofPlace[place] : all;
            result[i / places][place] = nearest.mean();
        }
        return result;
    }

    private interface BucketFunction {
        double of(int bucket);
    }
}
