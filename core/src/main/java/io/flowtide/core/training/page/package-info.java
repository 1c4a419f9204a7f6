/** The report of a training as one page that needs nothing else: text, tables and drawings (SVG) in it. */
package io.flowtide.core.training.page;
