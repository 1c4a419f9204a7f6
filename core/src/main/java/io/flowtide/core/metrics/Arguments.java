package io.flowtide.core.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a call is given.
 *
 * @param positional the arguments without a name
 * @param named the others
 * @param position where the call stands
 */
record Arguments(List<Literal> positional, Map<String, Literal> named, Position position) {

    LiteralException error(String message) {
        return new LiteralException(position, message);
    }

    /** Refuses a call with more than this. */
    void allow(String call, int positions, Set<String> names) throws LiteralException {
        if (positional.size() > positions) {
            throw error(call + " takes at most " + positions + " arguments here, not " + positional.size());
        }
        for (String name : named.keySet()) {
            if (!names.contains(name)) {
                throw error(call + " has no argument '" + name + "' here");
            }
        }
    }

    /** The argument at a position, or the one of that name. */
    Optional<Literal> find(int position, String name) {
        return position < positional.size()
                ? Optional.of(positional.get(position))
                : Optional.ofNullable(named.get(name));
    }

    /** As {@link #find}, a whole number; {@code otherwise} when it is not there. */
    long whole(int position, String name, long otherwise) throws LiteralException {
        Optional<Literal> found = find(position, name);
        if (found.isEmpty()) {
            return otherwise;
        }
        if (found.get() instanceof Literal.Number number && number.value() == Math.rint(number.value())) {
            return (long) number.value();
        }
        throw error("the " + name + " must be a whole number");
    }

    /** As {@link #find}, a text. */
    String text(int position, String name) throws LiteralException {
        if (find(position, name).orElse(new Literal.Nothing()) instanceof Literal.Text text) {
            return text.text();
        }
        throw error("the " + name + " must be a text");
    }
}
