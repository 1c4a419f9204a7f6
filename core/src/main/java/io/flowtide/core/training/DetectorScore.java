package io.flowtide.core.training;

/**
 * How well a detector did.
 *
 * @param detector its name
 * @param falseAlarmsPerWeek episodes in what the inspection found ordinary; alarms less than an hour apart are one
 * @param planted how many anomalies were planted
 * @param found how many of them it found within two buckets of their start
 * @param cost {@code missed share + false alarms per week / 10}, the lower the better: ten false alarms a week cost as
 *     much as finding nothing
 */
public record DetectorScore(String detector, double falseAlarmsPerWeek, int planted, int found, double cost) {

    private static final double BEARABLE = 10;

    static DetectorScore of(String detector, double falseAlarmsPerWeek, int planted, int found) {
        double missed = planted == 0 ? 0 : 1 - found / (double) planted;
        return new DetectorScore(detector, falseAlarmsPerWeek, planted, found, missed + falseAlarmsPerWeek / BEARABLE);
    }
}
