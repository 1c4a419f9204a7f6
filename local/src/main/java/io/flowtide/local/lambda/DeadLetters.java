package io.flowtide.local.lambda;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The dead-letter queues of all functions. */
public final class DeadLetters {

    private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();

    void add(DeadLetter letter) {
        letters.add(letter);
    }

    public List<DeadLetter> all() {
        return List.copyOf(letters);
    }

    /** Takes a letter out, to be sent again. */
    public Optional<DeadLetter> take(String id) {
        Optional<DeadLetter> found =
                letters.stream().filter(letter -> letter.id().equals(id)).findFirst();
        return found.filter(letters::remove);
    }
}
