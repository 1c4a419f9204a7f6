package io.flowtide.core.model.holtwinters;

/**
 * How fast each component follows what is observed; all are from 0 (never) to 1 (at once).
 *
 * @param alpha of the level
 * @param beta of the trend
 * @param gamma of the first season
 * @param omega of the second season; without meaning when there is only one
 * @param phi what remains of the trend after each step: 1 is not damped
 * @param rho what remains of the last error after each step: 0 takes no notice of it
 */
public record SmoothingParameters(double alpha, double beta, double gamma, double omega, double phi, double rho) {

    /** For one season, without damping: the classical three. */
    public static SmoothingParameters of(double alpha, double beta, double gamma) {
        return new SmoothingParameters(alpha, beta, gamma, 0, 1, 0);
    }
}
