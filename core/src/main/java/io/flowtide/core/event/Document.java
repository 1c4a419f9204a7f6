package io.flowtide.core.event;

/** A JSON document that travels between stages; its {@code schema} says which version of the contract it follows. */
public interface Document {

    int schema();
}
