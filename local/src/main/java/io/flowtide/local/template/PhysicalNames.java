package io.flowtide.local.template;

import java.util.Map;

/** What a resource is called once it exists: the values of Ref and GetAtt Arn. */
final class PhysicalNames {

    private static final String WHERE = Resolver.REGION + ":" + Resolver.ACCOUNT + ":";

    private final Resolver resolver;

    PhysicalNames(Resolver resolver) {
        this.resolver = resolver;
    }

    String reference(String logicalName, Map<?, ?> resource) {
        return switch (type(resource)) {
            case "AWS::SNS::Topic" -> arn(logicalName, resource);
            case "AWS::SQS::Queue" ->
                "https://sqs." + Resolver.REGION + ".amazonaws.com/" + Resolver.ACCOUNT + "/"
                        + name(logicalName, resource, "QueueName");
            case "AWS::S3::Bucket" -> name(logicalName, resource, "BucketName");
            case "AWS::DynamoDB::Table" -> name(logicalName, resource, "TableName");
            case "AWS::Serverless::Function" -> name(logicalName, resource, "FunctionName");
            default -> logicalName;
        };
    }

    String arn(String logicalName, Map<?, ?> resource) {
        return switch (type(resource)) {
            case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name(logicalName, resource, "BucketName");
            case "AWS::SNS::Topic" -> "arn:aws:sns:" + WHERE + name(logicalName, resource, "TopicName");
            case "AWS::SQS::Queue" -> "arn:aws:sqs:" + WHERE + name(logicalName, resource, "QueueName");
            case "AWS::DynamoDB::Table" ->
                "arn:aws:dynamodb:" + WHERE + "table/" + name(logicalName, resource, "TableName");
            case "AWS::Serverless::Function" ->
                "arn:aws:lambda:" + WHERE + "function:" + name(logicalName, resource, "FunctionName");
            case "AWS::Events::Rule" -> "arn:aws:events:" + WHERE + "rule/" + name(logicalName, resource, "Name");
            default ->
                throw new TemplateException(
                        "The local suite does not know the ARN of " + logicalName + ", a " + type(resource));
        };
    }

    private String name(String logicalName, Map<?, ?> resource, String property) {
        Object name = resource.get("Properties") instanceof Map<?, ?> properties ? properties.get(property) : null;
        return name == null ? logicalName : resolver.text(name);
    }

    private static String type(Map<?, ?> resource) {
        return String.valueOf(resource.get("Type"));
    }
}
