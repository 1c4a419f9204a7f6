/** The whole chain on one machine. */
package io.flowtide.local;
