/** Moves the watermark, closes slots, hands closed windows on; takes uploaded CSV files. */
package io.flowtide.functions.datajoin;
