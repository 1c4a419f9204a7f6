package io.flowtide.sagemaker;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClientBuilder;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

/** Calls endpoints, again after a pause when it is worth it. */
public final class Endpoints implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final SageMakerRuntimeClient client;
    private final CallSettings settings;

    private Endpoints(SageMakerRuntimeClient client, CallSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Region, credentials and another address ({@code AWS_ENDPOINT_URL}) come from the surroundings. */
    public static Endpoints open(CallSettings settings) {
        return open(settings, SageMakerRuntimeClient.builder());
    }

    /** @param builder what is special about the client; how it retries is set here */
    public static Endpoints open(CallSettings settings, SageMakerRuntimeClientBuilder builder) {
        SageMakerRuntimeClient client = builder.httpClientBuilder(
                        UrlConnectionHttpClient.builder().socketTimeout(settings.attempt()))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(settings.attempt())
                        .apiCallTimeout(settings.call())
                        .retryStrategy(retries(settings)))
                .build();
        return new Endpoints(client, settings);
    }

    /** The SDK's own rules (throttling, 5xx, broken connections, timeouts), and a container that failed. */
    private static StandardRetryStrategy retries(CallSettings settings) {
        BackoffStrategy pauses = BackoffStrategy.exponentialDelay(settings.pause(), LONGEST_PAUSE);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(settings.attempts())
                .backoffStrategy(pauses)
                .throttlingBackoffStrategy(pauses)
                .retryOnException(failure -> failure instanceof ModelErrorException model && isContainersFault(model))
                .build();
    }

    /** A container answers 4xx to what it will never take. */
    private static boolean isContainersFault(ModelErrorException failure) {
        return failure.originalStatusCode() == null || failure.originalStatusCode() >= SERVER_ERROR;
    }

    CallSettings settings() {
        return settings;
    }

    /**
     * @param body the answer
     * @param variant the production variant that answered, which names the version of its model
     */
    record Answer(byte[] body, String variant) {}

    /** @throws EndpointException when there is no answer, whatever the reason */
    Answer call(String endpoint, String contentType, String accept, byte[] body) {
        InvokeEndpointRequest request = InvokeEndpointRequest.builder()
                .endpointName(endpoint)
                .contentType(contentType)
                .accept(accept)
                .body(SdkBytes.fromByteArrayUnsafe(body))
                .build();
        InvokeEndpointResponse response = invoke(request);
        // The client takes a connection that breaks within the answer for its end, and so does not try again.
        for (int attempt = 1; isCutOff(response) && attempt < settings.attempts(); attempt++) {
            response = invoke(request);
        }
        if (isCutOff(response)) {
            throw new EndpointException(endpoint, "did not answer: the answer was cut off");
        }
        String variant = response.invokedProductionVariant();
        return new Answer(response.body().asByteArrayUnsafe(), variant == null ? "" : variant);
    }

    private InvokeEndpointResponse invoke(InvokeEndpointRequest request) {
        try {
            return client.invokeEndpoint(request);
        } catch (SdkException failure) {
            throw new EndpointException(request.endpointName(), "did not answer: " + failure.getMessage(), failure);
        }
    }

    private static boolean isCutOff(InvokeEndpointResponse response) {
        return response.sdkHttpResponse()
                .firstMatchingHeader("Content-Length")
                .filter(length -> Long.parseLong(length) > response.body().asByteArrayUnsafe().length)
                .isPresent();
    }

    @Override
    public void close() {
        client.close();
    }
}
