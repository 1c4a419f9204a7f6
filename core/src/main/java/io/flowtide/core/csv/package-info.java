/** Series as CSV: what people upload, and what the commands print. */
package io.flowtide.core.csv;
