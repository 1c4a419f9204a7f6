/** The default forecaster: a robust week, joined with exponential smoothing by how well each did of late. */
package io.flowtide.core.model.tide;
