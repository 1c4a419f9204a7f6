package io.flowtide.core.metrics;

import java.io.IOException;

/** The parts of a literal that have no parts: texts, numbers and names. */
final class Words {

    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_NUMBER = 400;

    private final Characters characters;

    Words(Characters characters) {
        this.characters = characters;
    }

    /** Text in single or double quotes, or in three of them, with the escapes of Python and JSON. */
    String text() throws IOException, LiteralException {
        Position opened = characters.position();
        int quote = characters.next();
        StringBuilder text = new StringBuilder();
        while (characters.peek() != quote) {
            int character = characters.next();
            if (character == Characters.END || character == '\n') {
                throw new LiteralException(opened, "the text that begins here is not closed with " + (char) quote);
            }
            append(text, character);
            bounded(text, opened);
        }
        characters.next();
        return text.toString();
    }

    private void append(StringBuilder text, int character) throws IOException, LiteralException {
        if (character == '\\') {
            escape(text);
        } else {
            text.append((char) character);
        }
    }

    private void escape(StringBuilder text) throws IOException, LiteralException {
        Position position = characters.position();
        int escape = characters.next();
        switch (escape) {
            case '\\', '\'', '"', '/' -> text.append((char) escape);
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'a' -> text.append('\u0007');
            case 'v' -> text.append('\u000B');
            case '\n' -> {}
            case 'x' -> text.appendCodePoint(hexadecimal(2));
            case 'u' -> text.append((char) hexadecimal(4));
            case 'U' -> text.appendCodePoint(hexadecimal(8));
            case '0' -> text.append('\0');
            default -> throw new LiteralException(position, "\\" + (char) escape + " is no escape that is known here");
        }
    }

    private int hexadecimal(int digits) throws IOException, LiteralException {
        Position position = characters.position();
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(characters.next(), 16);
            if (digit < 0) {
                throw new LiteralException(position, digits + " hexadecimal digits were expected");
            }
            value = 16 * value + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            throw new LiteralException(position, "there is no character of that number");
        }
        return (int) value;
    }

    double number() throws IOException, LiteralException {
        Position position = characters.position();
        StringBuilder digits = new StringBuilder();
        while (isOfNumber(characters.peek()) && digits.length() < LONGEST_NUMBER) {
            digits.append((char) characters.next());
        }
        try {
            return Double.parseDouble(digits.toString());
        } catch (NumberFormatException malformed) {
            throw new LiteralException(position, "'" + digits + "' is not a number");
        }
    }

    private static boolean isOfNumber(int character) {
        return character >= '0' && character <= '9' || character > 0 && "+-.eE".indexOf(character) >= 0;
    }

    /** Names with dots between: {@code datetime.datetime}. */
    String name() throws IOException, LiteralException {
        Position position = characters.position();
        StringBuilder name = new StringBuilder();
        while (characters.peek() == '.' || Character.isJavaIdentifierPart(characters.peek())) {
            name.append((char) characters.next());
            bounded(name, position);
        }
        return name.toString();
    }

    /** What stands between the next character and {@code close}, neither included. */
    String until(char close) throws IOException, LiteralException {
        Position opened = characters.position();
        characters.next();
        StringBuilder text = new StringBuilder();
        while (characters.peek() != close) {
            int character = characters.next();
            if (character == Characters.END) {
                throw new LiteralException(opened, "what begins here is not closed with " + close);
            }
            text.append((char) character);
            bounded(text, opened);
        }
        characters.next();
        return text.toString();
    }

    private static void bounded(StringBuilder text, Position opened) throws LiteralException {
        if (text.length() > LONGEST) {
            throw new LiteralException(opened, "what begins here is longer than " + LONGEST + " characters");
        }
    }
}
