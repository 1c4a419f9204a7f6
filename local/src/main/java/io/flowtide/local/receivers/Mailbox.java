package io.flowtide.local.receivers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages in order of arrival. */
final class Mailbox {

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Clock clock;

    Mailbox(Clock clock) {
        this.clock = clock;
    }

    Message add(String to, String text, String key, String thread, Optional<Message.Picture> picture) {
        Message message = new Message(number.incrementAndGet(), clock.instant(), to, text, key, thread, picture);
        messages.add(message);
        return message;
    }

    List<Message> all() {
        return List.copyOf(messages);
    }
}
