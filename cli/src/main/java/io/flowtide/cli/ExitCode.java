package io.flowtide.cli;

/** What the commands end with. */
final class ExitCode {

    static final int FINE = 0;
    /** A file, or part of one, could not be used; a message named it, and what could be used was. */
    static final int BAD_INPUT = 1;

    static final int WRONG_USAGE = 2;
    /** The demo's alerts were not those that had been planted. */
    static final int NOT_AS_PLANTED = 3;
    /** The fault is Flowtide's own. */
    static final int INTERNAL_ERROR = 70;

    private ExitCode() {}
}
