package io.flowtide.functions.datajoin;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.aws.Trigger;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.DependencyTable;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/** Buckets and a table of its own, a clock, and whatever may happen to data-join. */
final class World implements JoinConfig {

    static final SeriesId ALL = SeriesId.total("requests");
    static final SeriesId REJECT = SeriesId.of("requests", "action", "REJECT");

    final String name = "w" + UUID.randomUUID();
    final SettableClock clock;
    S3Client s3 = StandInClients.S3;
    DynamoDbClient dynamo = StandInClients.DYNAMO;
    int shards = 1;
    Duration settle = Duration.ofMinutes(2);
    Duration leaseLength = Join.LEASE;
    Optional<String> services = Optional.empty();
    final Topic topic = new Topic();
    private final Workers workers = new Workers();

    World(String now) {
        clock = new SettableClock(Instant.parse(now));
        StandInClients.S3.createBucket(request -> request.bucket(name));
        StandInClients.DYNAMO.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /** A part of a slot with {@code count} requests in its first minute, from the object {@code raw/<source>/<object>}. */
    CreatedObject part(String source, String object, Slot slot, double count) {
        SortedMap<SeriesId, Values> minutes = new TreeMap<>();
        minutes.put(ALL, Values.of(count, 0, 0, 0, 0));
        return part(new ObjectVersion(name, "raw/" + source + "/" + object, "1"), slot, minutes);
    }

    CreatedObject part(ObjectVersion object, Slot slot, SortedMap<SeriesId, Values> minutes) {
        String key = Keys.aggregated(slot, object);
        new ObjectStore(StandInClients.S3).put(name, key, new PartialCounts(object, clock.instant(), slot, minutes));
        return created(key);
    }

    /** What S3 says of an object that is created now. */
    CreatedObject created(String key) {
        return new CreatedObject(new ObjectVersion(name, key, ""), "", 0, clock.instant(), "");
    }

    Tally deliver(CreatedObject... objects) {
        return handle(new Trigger.Objects(List.of(objects)));
    }

    Tally tick() {
        return handle(new Trigger.Tick(clock.instant()));
    }

    Tally handle(Trigger trigger) {
        Join join = new Join(s3, dynamo, topic.client(), this, workers, clock, leaseLength);
        join.handle(trigger, new Deadline(Instant.MAX, Clock.systemUTC()));
        return join.tally();
    }

    SeriesTable table() {
        return new SeriesTable(StandInClients.DYNAMO, name, alertMaxAge());
    }

    /** The values of a series at five minutes over {@code [from, to)}. */
    Values history(SeriesId series, Slot from, Slot to) {
        return table().history(0, series, from.start(), to.start()).values();
    }

    List<String> keys(String prefix) {
        return new ObjectStore(StandInClients.S3).keys(name, prefix).toList();
    }

    JoinedWindow window(String key) {
        byte[] json = new ObjectStore(StandInClients.S3).read(name, key).orElseThrow();
        return Documents.read(json, JoinedWindow.class);
    }

    long marks() {
        return count("pending");
    }

    long count(String pk) {
        return StandInClients.DYNAMO.scan(request -> request.tableName(name)).items().stream()
                .filter(item -> item.get("pk").s().equals(pk))
                .count();
    }

    /** What an object says of who talked to whom in an hour; to be there before its part of a slot. */
    void dependencyPart(ObjectVersion object, Instant hour, SortedMap<Pair, Traffic> pairs) {
        new ObjectStore(StandInClients.S3)
                .put(name, Keys.dependencyPart(hour, object), new DependencyPart(object, hour, pairs));
    }

    DependencyTable dependencies(Instant hour) {
        byte[] json = new ObjectStore(StandInClients.S3)
                .read(name, Keys.dependencies(hour))
                .orElseThrow();
        return Documents.read(json, DependencyTable.class);
    }

    @Override
    public Optional<String> services() {
        return services;
    }

    @Override
    public Duration pairLearning() {
        return Duration.ofDays(1);
    }

    @Override
    public Optional<String> anomalyTopic() {
        return Optional.of(Topic.ARN);
    }

    @Override
    public String lakeBucket() {
        return name;
    }

    @Override
    public String seriesTable() {
        return name;
    }

    @Override
    public Duration allowedLateness() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration expectedDelay() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration alertMaxAge() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration settle() {
        return settle;
    }

    @Override
    public int shards() {
        return shards;
    }

    @Override
    public Optional<String> holidays() {
        return Optional.empty();
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
