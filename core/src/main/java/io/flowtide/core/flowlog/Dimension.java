package io.flowtide.core.flowlog;

import java.util.Map;
import java.util.Optional;

/** By what counts are kept apart. */
sealed interface Dimension permits Dimension.OfField, EndDimension {

    /** Whether records of a format have it. */
    boolean isIn(FlowFormat format);

    /** The values of a field. */
    record OfField(FlowField field) implements Dimension {

        @Override
        public boolean isIn(FlowFormat format) {
            return format.has(field);
        }
    }

    Map<String, FlowField> SHORT_NAMES = Map.of(
            "interface", FlowField.INTERFACE_ID,
            "subnet", FlowField.SUBNET_ID,
            "vpc", FlowField.VPC_ID,
            "az", FlowField.AZ_ID,
            "instance", FlowField.INSTANCE_ID,
            "account", FlowField.ACCOUNT_ID,
            "ecs-service", FlowField.ECS_SERVICE_NAME,
            "ecs-cluster", FlowField.ECS_CLUSTER_NAME);

    /** @throws IllegalArgumentException when there is no such dimension; the message says which there are */
    static Dimension named(String name) {
        return Optional.ofNullable(SHORT_NAMES.get(name))
                .or(() -> FlowField.named(name))
                .<Dimension>map(OfField::new)
                .or(() -> EndDimension.named(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no dimension '" + name
                        + "'; take a field of the flow log such as action, dstport, protocol, flow-direction, or "
                        + "interface, subnet, vpc, az, instance, account, ecs-service, ecs-cluster; with a service map "
                        + EndDimension.names(Knowledge.SERVICES) + "; with a geography file "
                        + EndDimension.names(Knowledge.GEOGRAPHY)));
    }

    /** What must be known of addresses before a dimension can be told. */
    enum Knowledge {
        SERVICES,
        GEOGRAPHY
    }
}
