/** The stage model-trainer: which models suit each series best, from its history. */
package io.flowtide.functions.modeltrainer;
