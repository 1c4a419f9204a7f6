package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries;
import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.Unheard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What is put together from elsewhere. */
final class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Pause pause() {
        return Pause::sleep;
    }

    @Produces
    @Singleton
    TimeLeft timeLeft() {
        return TimeLeft::asLambdaSays;
    }

    @Produces
    @Singleton
    RandomGenerator jitter() {
        return new Random();
    }

    /** Made when the first token is read, since that takes its time and may never be needed. */
    @Produces
    @ApplicationScoped
    SecretsManagerClient secrets() {
        return SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.apiCallTimeout(Duration.ofSeconds(10)))
                .build();
    }

    @Produces
    @Singleton
    ObjectStore objects(S3Client s3) {
        return new ObjectStore(s3);
    }

    @Produces
    @Singleton
    IncidentStates states(DynamoDbClient dynamo, NotifierConfig config) {
        return new IncidentStates(dynamo, config.incidentsTable());
    }

    @Produces
    @Singleton
    Unheard unheard(DynamoDbClient dynamo, NotifierConfig config) {
        return new Unheard(dynamo, config.incidentsTable());
    }

    @Produces
    @Singleton
    Deliveries deliveries(DynamoDbClient dynamo, NotifierConfig config, Clock clock) {
        return new Deliveries(dynamo, config.incidentsTable(), Courier.CLAIM, clock);
    }
}
