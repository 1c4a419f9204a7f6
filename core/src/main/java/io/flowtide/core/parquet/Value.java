package io.flowtide.core.parquet;

/** One value, to be filled again and again: a whole number, or text that lies in a page. */
public final class Value {

    private boolean text;
    private long number;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    void set(long newNumber) {
        text = false;
        number = newNumber;
    }

    void set(byte[] page, int newFrom, int newTo) {
        text = true;
        bytes = page;
        from = newFrom;
        to = newTo;
    }

    public boolean isText() {
        return text;
    }

    /** Of a number. */
    public long number() {
        return number;
    }

    /** The text lies in {@code [from, to)} of these, until the next value of the column is read. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }
}
