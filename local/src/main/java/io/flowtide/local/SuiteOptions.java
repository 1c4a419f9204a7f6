package io.flowtide.local;

import io.flowtide.local.lambda.HostSettings;
import io.flowtide.local.lambda.RetryPolicy;
import io.flowtide.local.sns.Delivery;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * How the suite runs here.
 *
 * @param template the file that says how everything hangs together
 * @param parameters of the template, where they differ from the defaults
 * @param hosts how functions are run
 * @param delivery how messages reach functions
 * @param guardTables whether DynamoDB, too, refuses what the template's policies do not allow; that costs a little time
 * @param clock the time
 */
public record SuiteOptions(
        Path template,
        Map<String, String> parameters,
        HostSettings hosts,
        Delivery delivery,
        boolean guardTables,
        Clock clock) {

    /** As AWS would, but with quick retries and at most two processes per function. */
    public static SuiteOptions of(Path template) {
        return new SuiteOptions(
                template,
                Map.of(),
                new HostSettings(2, RetryPolicy.QUICK),
                Delivery.orderly(),
                false,
                Clock.systemUTC());
    }

    public SuiteOptions withParameters(Map<String, String> values) {
        return new SuiteOptions(template, values, hosts, delivery, guardTables, clock);
    }

    public SuiteOptions withHosts(HostSettings settings) {
        return new SuiteOptions(template, parameters, settings, delivery, guardTables, clock);
    }

    public SuiteOptions withDelivery(Delivery how) {
        return new SuiteOptions(template, parameters, hosts, how, guardTables, clock);
    }

    public SuiteOptions guardingTables() {
        return new SuiteOptions(template, parameters, hosts, delivery, true, clock);
    }
}
