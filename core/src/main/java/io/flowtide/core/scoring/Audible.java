package io.flowtide.core.scoring;

/**
 * How much of a stretch may be told. What is quiet belongs to its incident all the same.
 *
 * @param buckets how many anomalous buckets may be told
 * @param severity the worst of them, low when there is none
 */
public record Audible(int buckets, Severity severity) {

    static final Audible NOTHING = new Audible(0, Severity.LOW);

    boolean anything() {
        return buckets > 0;
    }

    Audible plus(Audible other) {
        return new Audible(buckets + other.buckets, severity.atLeast(other.severity) ? severity : other.severity);
    }
}
