package io.flowtide.core.flowlog;

/** Finds out something about the ends of a record. */
interface EndLocator {

    void locate(byte[] line, EndColumns columns);
}
