package io.flowtide.functions.notifier;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/** How long an invocation may still last. */
@FunctionalInterface
interface TimeLeft {

    Duration of(Context invocation);

    /** What Lambda says, without what the runtime needs to report a failure before it is stopped. */
    static Duration asLambdaSays(Context invocation) {
        return Duration.ofMillis(invocation.getRemainingTimeInMillis()).minusSeconds(3);
    }
}
