/** What any better forecast has to beat. */
package io.flowtide.core.model.naive;
