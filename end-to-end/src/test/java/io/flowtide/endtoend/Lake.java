package io.flowtide.endtoend;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.local.Suite;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the suite's functions have written. */
record Lake(Suite suite) {

    /** The keys below a prefix of a bucket. */
    List<String> keys(String bucket, String prefix) {
        return suite.s3().listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The requests that were counted in an uploaded file. */
    double requests(String key) {
        return keys(suite.lakeBucket(), Keys.AGGREGATED).stream()
                .map(part -> Documents.read(bytes(part), PartialCounts.class))
                .filter(part -> part.object().key().equals(key))
                .flatMapToDouble(Lake::requests)
                .sum();
    }

    private static DoubleStream requests(PartialCounts part) {
        return part.minutes().get(SeriesId.total("requests")).stream();
    }

    /** What of an uploaded file was refused: JSON lines. */
    String rejected(String key) {
        return new String(bytes(Keys.rejected(key)), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String key) {
        return suite.s3()
                .getObjectAsBytes(get -> get.bucket(suite.lakeBucket()).key(key))
                .asByteArray();
    }
}
