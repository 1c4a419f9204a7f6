package io.flowtide.core.training;

/**
 * A forecaster or a detector that was chosen, and why.
 *
 * @param name the one to use from now on
 * @param inService the one that was in service
 * @param promoted whether it takes the place of another one
 * @param why in a sentence
 */
public record Choice(String name, String inService, boolean promoted, String why) {}
