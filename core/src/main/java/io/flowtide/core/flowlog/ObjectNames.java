package io.flowtide.core.flowlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an object's key says of it. AWS writes logs of all its services below {@code AWSLogs/}, in two layouts:
 * {@code AWSLogs/<account>/vpcflowlogs/<region>/2026/11/21/…} and
 * {@code AWSLogs/aws-account-id=<account>/aws-service=vpcflowlogs/aws-region=<region>/year=2026/…}; with hourly
 * partitions an hour follows the day. Flow logs of transit gateways lie among those of VPCs.
 */
public final class ObjectNames {

    private static final Pattern SERVICE =
            Pattern.compile("(?:^|/)AWSLogs/(?:aws-account-id=)?[^/]+/(?:aws-service=)?([^/]+)/");
    private static final String FLOW_LOGS = "vpcflowlogs";

    private ObjectNames() {}

    /** Why an object is to be left alone; empty when its name does not speak against reading it. */
    public static Optional<String> notForUs(String key) {
        if (key.endsWith("/")) {
            return Optional.of("it is a folder");
        }
        Matcher service = SERVICE.matcher(key);
        if (service.find() && !service.group(1).equals(FLOW_LOGS)) {
            return Optional.of("it is a log of " + service.group(1) + ", not a flow log");
        }
        return Optional.empty();
    }
}
