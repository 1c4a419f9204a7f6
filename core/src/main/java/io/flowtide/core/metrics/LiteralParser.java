package io.flowtide.core.metrics;

import java.io.IOException;
import java.io.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads literals as Python prints them, and JSON, which differs in the names of three constants. Nothing is evaluated: of
 * calls only those that make a time or a zone are understood ({@link Calls}).
 *
 * <pre>
 * value   = text | number | constant | list | tuple | dictionary | call | '&lt;' zone '&gt;'
 * list    = '[' [ value { ',' value } [ ',' ] ] ']'
 * tuple   = '(' [ value { ',' value } [ ',' ] ] ')'
 * dictionary = '{' [ value ':' value { ',' value ':' value } [ ',' ] ] '}'
 * call    = name [ '(' [ argument { ',' argument } [ ',' ] ] ')' ]
 * argument = [ name '=' ] value
 * </pre>
 *
 * The outer levels can be read piece by piece, so that a long text need not be held, and what came before an error is
 * there.
 */
final class LiteralParser {

    private static final int DEEPEST = 64;
    /** What Python writes before a text of a certain kind. */
    private static final Set<String> TEXT_PREFIXES = Set.of("u", "b");

    private final Characters characters;
    private final Words words;
    private final Calls calls;
    private int depth;

    /** @param local the zone of {@code tzlocal()} and of times without one */
    LiteralParser(Reader reader, ZoneId local) {
        this.characters = new Characters(reader);
        this.words = new Words(characters);
        this.calls = new Calls(local);
    }

    /** Takes a key; its value stands next and must be read. */
    interface EntryReader {
        void read(String key) throws IOException, LiteralException;
    }

    /** Reads the item that stands next. */
    interface ItemReader {
        void read() throws IOException, LiteralException;
    }

    /** What the next value begins with; {@link Characters#END} at the end of the text. */
    int peek() throws IOException {
        return characters.peekVisible();
    }

    Position position() {
        return characters.position();
    }

    /** Begins to remember what is read, from the next value on. */
    void remember() throws IOException {
        peek();
        characters.remember();
    }

    /** The beginning of what was read since {@link #remember}. */
    String remembered() {
        return characters.remembered();
    }

    LiteralException error(String message) {
        return new LiteralException(position(), message);
    }

    Literal value() throws IOException, LiteralException {
        int first = peek();
        return switch (first) {
            case '{' -> dictionary();
            case '[' -> new Literal.Items(list('[', ']'));
            case '(' -> tuple();
            case '\'', '"' -> text();
            case '<' -> new Literal.Zone(calls.printedZone(words.until('>'), position()));
            default -> wordOrNumber(first);
        };
    }

    private Literal wordOrNumber(int first) throws IOException, LiteralException {
        if (first == '-' || first == '+' || first == '.' || first >= '0' && first <= '9') {
            return new Literal.Number(words.number());
        }
        if (Character.isJavaIdentifierStart(first)) {
            return named();
        }
        throw error("a value was expected, but " + shown(first) + " stands here");
    }

    /** Texts that follow each other are one. */
    private Literal text() throws IOException, LiteralException {
        StringBuilder text = new StringBuilder();
        while (peek() == '\'' || peek() == '"') {
            text.append(words.text());
        }
        return new Literal.Text(text.toString());
    }

    private Literal dictionary() throws IOException, LiteralException {
        Map<String, Literal> entries = new LinkedHashMap<>();
        entries(key -> entries.put(key, value()));
        return new Literal.Entries(entries);
    }

    private List<Literal> list(char open, char close) throws IOException, LiteralException {
        List<Literal> items = new ArrayList<>();
        sequence(open, close, "list", () -> items.add(value()));
        return items;
    }

    /** One value in parentheses is that value. */
    private Literal tuple() throws IOException, LiteralException {
        List<Literal> items = list('(', ')');
        return items.size() == 1 ? items.get(0) : new Literal.Items(items);
    }

    private Literal named() throws IOException, LiteralException {
        Position position = position();
        return named(words.name(), position);
    }

    private Literal named(String name, Position position) throws IOException, LiteralException {
        boolean touches = characters.peek() == '\'' || characters.peek() == '"';
        if (touches && TEXT_PREFIXES.contains(name)) {
            return text();
        }
        if (peek() != '(') {
            return calls.constant(name, position);
        }
        List<Literal> positional = new ArrayList<>();
        Map<String, Literal> named = new LinkedHashMap<>();
        sequence('(', ')', "call", () -> argument(positional, named));
        return calls.call(name, new Arguments(positional, named, position));
    }

    private void argument(List<Literal> positional, Map<String, Literal> named) throws IOException, LiteralException {
        if (!Character.isJavaIdentifierStart(peek())) {
            positional.add(value());
            return;
        }
        Position position = position();
        String name = words.name();
        if (peek() == '=') {
            characters.next();
            named.put(name, value());
        } else {
            positional.add(named(name, position));
        }
    }

    /** Reads the list that stands next, item by item. */
    void items(ItemReader reader) throws IOException, LiteralException {
        sequence('[', ']', "list", reader);
    }

    /** Reads the dictionary that stands next, entry by entry. */
    void entries(EntryReader reader) throws IOException, LiteralException {
        sequence('{', '}', "dictionary", () -> {
            String key = key();
            if (peek() != ':') {
                throw error("a ':' was expected after the key " + key + ", but " + shown(peek()) + " stands here");
            }
            characters.next();
            reader.read(key);
        });
    }

    private String key() throws IOException, LiteralException {
        Literal key = value();
        return key instanceof Literal.Text text ? text.text() : key.toString();
    }

    private void sequence(char open, char close, String what, ItemReader reader) throws IOException, LiteralException {
        peek();
        Position opened = position();
        if (characters.next() != open) {
            throw new LiteralException(opened, "a '" + open + "' was expected");
        }
        if (++depth > DEEPEST) {
            throw new LiteralException(opened, "this is nested more than " + DEEPEST + " levels deep");
        }
        while (peek() != close) {
            reader.read();
            if (peek() == ',') {
                characters.next();
            } else if (peek() != close) {
                throw unclosed(close, what, opened);
            }
        }
        characters.next();
        depth--;
    }

    private LiteralException unclosed(char close, String what, Position opened) throws IOException {
        return error("the " + what + " that opened in " + opened + " goes on with ',' or ends with '" + close
                + "', but " + shown(peek()) + " stands here");
    }

    static String shown(int character) {
        return character == Characters.END ? "the end of the file" : "'" + Character.toString(character) + "'";
    }
}
