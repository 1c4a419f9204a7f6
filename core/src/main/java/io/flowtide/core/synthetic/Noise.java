package io.flowtide.core.synthetic;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on nothing but the seed and the place: any minute can be had without those before it. Only
 * 64-bit words are taken from the generator, and only {@link StrictMath} is used, so that every JDK gives the same.
 */
final class Noise {

    private static final double UNIT = 0x1.0p-53;
    private static final int LARGEST_COUNTED = 30;

    private final SplittableRandom words;

    private Noise(long state) {
        this.words = new SplittableRandom(state);
    }

    /**
     * @param purpose keeps different uses of the same place apart
     * @param place a minute, an hour, …
     */
    static Noise at(long seed, Purpose purpose, long place) {
        return new Noise(mixed(mixed(seed + purpose.ordinal() * 0x9E3779B97F4A7C15L) ^ place));
    }

    enum Purpose {
        DAY,
        HOUR,
        MINUTE,
        RECORD,
        NAME
    }

    /** The finalizer of MurmurHash3, which SplittableRandom mixes with as well: neighbours get unlike states. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    long word() {
        return words.nextLong();
    }

    /** In [0, 1). */
    double uniform() {
        return (words.nextLong() >>> 11) * UNIT;
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Mean 0, standard deviation 1 (Box and Muller, 1958). */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** Poisson: counted arrivals for small means (Knuth), the normal limit for large ones. */
    long poisson(double mean) {
        if (mean > LARGEST_COUNTED) {
            return Math.max(0, (long) StrictMath.rint(mean + StrictMath.sqrt(mean) * gaussian()));
        }
        double limit = StrictMath.exp(-mean);
        long arrivals = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            arrivals++;
        }
        return arrivals;
    }
}
