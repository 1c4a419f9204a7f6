/** What is drawn: series, expected band, anomalies, scores. */
package io.flowtide.chart;
