package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of VPC and Transit Gateway flow logs, with the version that brought each and its type in Parquet files, in
 * the order of the AWS documentation (VPC user guide, "Flow log records"; Transit Gateway guide, "Transit Gateway Flow
 * Log records").
 */
public enum FlowField {
    VERSION(2, Type.INT_32),
    ACCOUNT_ID(2, Type.STRING),
    INTERFACE_ID(2, Type.STRING),
    SRCADDR(2, Type.STRING),
    DSTADDR(2, Type.STRING),
    SRCPORT(2, Type.INT_32),
    DSTPORT(2, Type.INT_32),
    PROTOCOL(2, Type.INT_32),
    PACKETS(2, Type.INT_64),
    BYTES(2, Type.INT_64),
    START(2, Type.INT_64),
    END(2, Type.INT_64),
    ACTION(2, Type.STRING),
    LOG_STATUS(2, Type.STRING),
    VPC_ID(3, Type.STRING),
    SUBNET_ID(3, Type.STRING),
    INSTANCE_ID(3, Type.STRING),
    TCP_FLAGS(3, Type.INT_32),
    TYPE(3, Type.STRING),
    PKT_SRCADDR(3, Type.STRING),
    PKT_DSTADDR(3, Type.STRING),
    REGION(4, Type.STRING),
    AZ_ID(4, Type.STRING),
    SUBLOCATION_TYPE(4, Type.STRING),
    SUBLOCATION_ID(4, Type.STRING),
    PKT_SRC_AWS_SERVICE(5, Type.STRING),
    PKT_DST_AWS_SERVICE(5, Type.STRING),
    FLOW_DIRECTION(5, Type.STRING),
    TRAFFIC_PATH(5, Type.INT_32),
    RESOURCE_TYPE(6, Type.STRING),
    TGW_ID(6, Type.STRING),
    TGW_ATTACHMENT_ID(6, Type.STRING),
    TGW_SRC_VPC_ACCOUNT_ID(6, Type.STRING),
    TGW_DST_VPC_ACCOUNT_ID(6, Type.STRING),
    TGW_SRC_VPC_ID(6, Type.STRING),
    TGW_DST_VPC_ID(6, Type.STRING),
    TGW_SRC_SUBNET_ID(6, Type.STRING),
    TGW_DST_SUBNET_ID(6, Type.STRING),
    TGW_SRC_ENI(6, Type.STRING),
    TGW_DST_ENI(6, Type.STRING),
    TGW_SRC_AZ_ID(6, Type.STRING),
    TGW_DST_AZ_ID(6, Type.STRING),
    TGW_PAIR_ATTACHMENT_ID(6, Type.STRING),
    PACKETS_LOST_NO_ROUTE(6, Type.INT_64),
    PACKETS_LOST_BLACKHOLE(6, Type.INT_64),
    PACKETS_LOST_MTU_EXCEEDED(6, Type.INT_64),
    PACKETS_LOST_TTL_EXPIRED(6, Type.INT_64),
    ECS_CLUSTER_ARN(7, Type.STRING),
    ECS_CLUSTER_NAME(7, Type.STRING),
    ECS_CONTAINER_INSTANCE_ARN(7, Type.STRING),
    ECS_CONTAINER_INSTANCE_ID(7, Type.STRING),
    ECS_CONTAINER_ID(7, Type.STRING),
    ECS_SECOND_CONTAINER_ID(7, Type.STRING),
    ECS_SERVICE_NAME(7, Type.STRING),
    ECS_TASK_DEFINITION_ARN(7, Type.STRING),
    ECS_TASK_ARN(7, Type.STRING),
    ECS_TASK_ID(7, Type.STRING),
    REJECT_REASON(8, Type.STRING),
    RESOURCE_ID(9, Type.STRING),
    ENCRYPTION_STATUS(10, Type.INT_32);

    /** The type of a field in Parquet; in text everything is text. */
    public enum Type {
        INT_32,
        INT_64,
        STRING
    }

    private static final Map<String, FlowField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FlowField::fieldName, Function.identity()));

    private final String fieldName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int version;
    private final Type type;

    FlowField(int version, Type type) {
        this.version = version;
        this.type = type;
    }

    /** As it stands in a header: {@code log-status}. */
    public String fieldName() {
        return fieldName;
    }

    /** As Parquet files and Athena tables name it: {@code log_status}. */
    public String columnName() {
        return fieldName.replace('-', '_');
    }

    /** The first version of the format that has this field. */
    public int version() {
        return version;
    }

    /** Whether its values tell records apart in a way that is worth a series: what is counted, or always new, does not. */
    public boolean isDimension() {
        return switch (this) {
            case VERSION,
                    SRCPORT,
                    PACKETS,
                    BYTES,
                    START,
                    END,
                    LOG_STATUS,
                    PACKETS_LOST_NO_ROUTE,
                    PACKETS_LOST_BLACKHOLE,
                    PACKETS_LOST_MTU_EXCEEDED,
                    PACKETS_LOST_TTL_EXPIRED -> false;
            default -> true;
        };
    }

    public Type type() {
        return type;
    }

    /** The field of a header's or a column's name. */
    public static Optional<FlowField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.replace('_', '-')));
    }
}
