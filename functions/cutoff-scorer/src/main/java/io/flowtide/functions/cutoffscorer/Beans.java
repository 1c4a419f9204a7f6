package io.flowtide.functions.cutoffscorer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What is put together from elsewhere. */
final class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
