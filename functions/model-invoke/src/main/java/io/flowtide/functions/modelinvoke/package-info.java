/** Scores a joined window with the model of each series. */
package io.flowtide.functions.modelinvoke;
