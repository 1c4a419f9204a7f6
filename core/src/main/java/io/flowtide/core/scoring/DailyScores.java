package io.flowtide.core.scoring;

import io.flowtide.core.model.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The scores of the local day so far, or of the day before while the day has fewer than a dozen. */
final class DailyScores implements ScoreMemory {

    private static final int ENOUGH = 12;

    private final ZoneId zone;
    private LocalDate day = LocalDate.MIN;
    private Moments yesterday = new Moments();
    private Moments today = new Moments();

    DailyScores(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Moments before(Instant start) {
        LocalDate found = LocalDate.ofInstant(start, zone);
        if (!found.equals(day)) {
            day = found;
            yesterday = today;
            today = new Moments();
        }
        return today.count() < ENOUGH && yesterday.count() > 0 ? yesterday : today;
    }

    @Override
    public void add(double score) {
        today.add(score);
    }
}
