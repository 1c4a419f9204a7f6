/** Draws the chart, tells Slack, calls the person on duty. */
package io.flowtide.functions.notifier;
