package io.flowtide.core.metrics;

/** A place in a text; both numbers start at 1. */
record Position(long line, long column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
