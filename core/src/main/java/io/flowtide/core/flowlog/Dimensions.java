package io.flowtide.core.flowlog;

import java.util.Map;
import java.util.Optional;

/** Which field a dimension takes its values from. */
final class Dimensions {

    private static final Map<String, FlowField> SHORT_NAMES = Map.of(
            "interface", FlowField.INTERFACE_ID,
            "subnet", FlowField.SUBNET_ID,
            "vpc", FlowField.VPC_ID,
            "az", FlowField.AZ_ID,
            "instance", FlowField.INSTANCE_ID,
            "account", FlowField.ACCOUNT_ID,
            "ecs-service", FlowField.ECS_SERVICE_NAME,
            "ecs-cluster", FlowField.ECS_CLUSTER_NAME);

    private Dimensions() {}

    /** @throws IllegalArgumentException when there is no such dimension; the message says which there are */
    static FlowField field(String dimension) {
        return Optional.ofNullable(SHORT_NAMES.get(dimension))
                .or(() -> FlowField.named(dimension))
                .orElseThrow(() -> new IllegalArgumentException("There is no dimension '" + dimension
                        + "'; take a field of the flow log such as action, dstport, protocol, flow-direction, or "
                        + "interface, subnet, vpc, az, instance, account, ecs-service, ecs-cluster"));
    }
}
