/** Flow logs: their fields and formats, and readers that count their records per series and minute. */
package io.flowtide.core.flowlog;
