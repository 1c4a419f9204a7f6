package io.flowtide.core.model.holtwinters;

/** Nights of international visitors in Australia per quarter, 2005 to 2010, in millions: {@code austourists} of fpp. */
final class Tourism {

    private static final double[] QUARTERLY = {
        41.727458, 24.041850, 32.328103, 37.328708, 46.213153, 29.346326, 36.482910, 42.977719,
        48.901525, 31.180221, 37.717881, 40.420211, 51.206863, 31.887228, 40.978263, 43.772491,
        55.558567, 33.850915, 42.076383, 45.642292, 59.766780, 35.191877, 44.319737, 47.913736
    };

    private Tourism() {}

    static double[] quarterly() {
        return QUARTERLY.clone();
    }
}
