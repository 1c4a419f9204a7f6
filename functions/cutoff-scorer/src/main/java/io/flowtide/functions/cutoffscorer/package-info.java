/** Turns scores into incidents and publishes what people are told. */
package io.flowtide.functions.cutoffscorer;
