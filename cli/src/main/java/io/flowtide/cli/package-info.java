/** The command line. */
package io.flowtide.cli;
