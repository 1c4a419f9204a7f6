/** Traffic that never was: the same for the same seed, with anomalies where they were ordered, and it knows its counts. */
package io.flowtide.core.synthetic;
