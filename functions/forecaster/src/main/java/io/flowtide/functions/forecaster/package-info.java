/** Forecasts of the watched series, on a schedule. */
package io.flowtide.functions.forecaster;
