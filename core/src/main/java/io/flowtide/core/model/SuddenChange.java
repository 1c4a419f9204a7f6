package io.flowtide.core.model;

/**
 * Judges how far a value jumps from where the last quarter of an hour and the pattern lead, by the extremes that such jumps
 * have reached before. Traffic that runs above or below its pattern tends to stay there for a while; that it runs so says
 * less than that it leaves all of a sudden.
 */
final class SuddenChange {

    /** A jump of more deviations is taken for an event: what is predicted next stays as it was, until it has lasted. */
    private static final double CLIP = 3;
    /** Off the pattern by so many deviations over the last values is an event. */
    private static final double EVENT = 2;

    private static final double GUESS = 2.8;

    private final double share;
    private final int patience;
    private final ResidualSpread spread;
    private final ResidualScale scale;
    private double observed;
    private double expected;
    private boolean known;
    private boolean otherDays;
    /** How many values the event lasts. */
    private int away;

    private double predicted;
    private double size;
    private double deviation;
    private Bucket last;

    /** One bucket, as the pattern sees it. */
    record Bucket(double value, double expected, double second, boolean weekend) {}

    /**
     * @param span about how many values lead to the next
     * @param patience after how many values an event is the usual
     */
    SuddenChange(double span, int patience) {
        this.share = 1 / span;
        this.patience = patience;
        this.spread = new ResidualSpread();
        this.scale = new ResidualScale(1, GUESS);
    }

    SuddenChange(double span, int patience, SnapshotInput in) {
        this.share = 1 / span;
        this.patience = patience;
        this.observed = in.number();
        this.expected = in.number();
        this.known = in.flag();
        this.otherDays = in.flag();
        this.away = in.small();
        this.spread = new ResidualSpread(in);
        this.scale = new ResidualScale(1, GUESS, in);
    }

    void write(SnapshotOutput out) {
        out.number(observed).number(expected).flag(known).flag(otherDays).integer(away);
        spread.write(out);
        scale.write(out);
    }

    /** What is expected from now on comes from other days: the ratio to it begins anew. */
    void beginDay() {
        otherDays = true;
    }

    /** @param smallest sizes below this are taken to spread like it, positive */
    void push(Bucket bucket, double smallest) {
        last = bucket;
        if (otherDays) {
            expected = bucket.expected();
            otherDays = false;
        }
        predicted = known ? predict(bucket, smallest) : bucket.value();
        size = Math.max(Math.abs(predicted), smallest);
        deviation = spread.deviation(size, bucket.second(), bucket.weekend());
        scale.push((bucket.value() - predicted) / deviation);
    }

    /** The pattern times the ratio at which the last values stood to it, or plus their difference next to zero. */
    private double predict(Bucket bucket, double smallest) {
        boolean ratio = expected > smallest && observed >= 0;
        return ratio ? bucket.expected() * observed / expected : bucket.expected() + observed - expected;
    }

    /**
     * How far out the jump is, with its sign; 0 where it leads back from an event.
     *
     * @param patternDeviation the deviation of values from the pattern
     */
    double score(double patternDeviation) {
        double score = scale.score();
        double before = known ? (observed - expected) / patternDeviation : 0;
        double now = (last.value() - last.expected()) / patternDeviation;
        boolean back = Math.abs(before) > EVENT && (score * now < 0 || Math.abs(now) < Math.abs(before));
        return back ? 0 : score;
    }

    /** Learns from the value that was pushed, as far as it is trusted. */
    void learn(double trust) {
        double jump = last.value() - predicted;
        boolean event = Math.abs(jump) > CLIP * deviation;
        away = event ? away + 1 : 0;
        if (known) {
            scale.learn(trust);
            // One event counts about once, however long it lasts.
            spread.add(jump, deviation, size, last.second(), last.weekend(), trust / (1 + away));
        }
        if (known && away <= patience) {
            observed += share * ((event ? predicted : last.value()) - observed);
            expected += share * (last.expected() - expected);
        } else {
            observed = last.value();
            expected = last.expected();
            away = 0;
        }
        known = true;
    }
}
