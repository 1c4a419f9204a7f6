/** Dumps of CloudWatch metrics. */
package io.flowtide.core.metrics;
