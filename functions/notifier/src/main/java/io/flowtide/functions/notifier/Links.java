package io.flowtide.functions.notifier;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Links that let whoever has them read one object for a while. They are told to people, and neither logged nor kept. */
@Singleton
class Links {

    private final S3Presigner presigner;
    private final Duration expiry;

    Links(S3Presigner presigner, NotifierConfig config) {
        this.presigner = presigner;
        this.expiry = config.linkExpiry();
    }

    URI to(String bucket, String key) {
        return URI.create(presigner
                .presignGetObject(link -> link.signatureDuration(expiry)
                        .getObjectRequest(object -> object.bucket(bucket).key(key)))
                .url()
                .toString());
    }
}
