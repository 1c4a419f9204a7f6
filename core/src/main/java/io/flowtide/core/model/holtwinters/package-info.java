/** Exponential smoothing after Holt and Winters, with one season or two. */
package io.flowtide.core.model.holtwinters;
