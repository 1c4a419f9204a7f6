/**
 * How the parts of many objects become closed slots and windows: watermarks, what may close, what silence means, which
 * window is handed on. Pure: no clock, no network.
 */
package io.flowtide.core.join;
