package io.flowtide.local.sagemaker;

import com.amazon.randomcutforest.RandomCutForest;
import io.flowtide.standin.SageMakerServer.Call;
import io.flowtide.standin.SageMakerServer.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The built-in random cut forest. One that was trained elsewhere is not at hand, so it learns from the rows of the request
 * and then scores them: the same rows always get the same scores.
 */
final class LocalForest {

    private static final int TREES = 50;
    private static final int SAMPLES = 256;
    private static final long SEED = 1;

    private LocalForest() {}

    static Reply answer(Call call) {
        List<float[]> rows = call.text().lines().map(LocalForest::row).toList();
        if (rows.isEmpty()) {
            return Reply.error(400, "ValidationError", "There is no row in the request");
        }
        RandomCutForest forest = RandomCutForest.builder()
                .dimensions(rows.get(0).length)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLES)
                .randomSeed(SEED)
                .build();
        rows.forEach(forest::update);
        String scores = rows.stream()
                .map(row -> "{\"score\":" + forest.getAnomalyScore(row) + "}")
                .collect(Collectors.joining(","));
        return Reply.of("application/json", "{\"scores\":[" + scores + "]}");
    }

    private static float[] row(String line) {
        double[] numbers =
                Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        float[] row = new float[numbers.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) numbers[i];
        }
        return row;
    }
}
