/** A small HTTP server of the JDK, for everything here that listens. */
package io.flowtide.local.http;
