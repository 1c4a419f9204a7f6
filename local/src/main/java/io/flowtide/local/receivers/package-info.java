/** A Slack and a ChatBot that keep what they receive. */
package io.flowtide.local.receivers;
