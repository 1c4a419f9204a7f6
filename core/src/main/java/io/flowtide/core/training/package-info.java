/**
 * Learning from a history without being told a date: what of it can't be learned from, which forecaster and which
 * detector do best on its last weeks, and whether they beat those in service.
 */
package io.flowtide.core.training;
