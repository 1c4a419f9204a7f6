package io.flowtide.core.model.forest;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.state.RandomCutForestMapper;
import com.amazon.randomcutforest.state.RandomCutForestState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A forest as bytes. The trees are stored as they are: a forest that grows its trees anew from the samples would cut them
 * elsewhere, and score differently.
 */
final class ForestState {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ForestState() {}

    static byte[] write(RandomCutForest forest) {
        try {
            return JSON.writeValueAsBytes(mapper().toState(forest));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @throws IllegalArgumentException when the bytes are no forest */
    static RandomCutForest read(byte[] bytes) {
        try {
            return mapper().toModel(JSON.readValue(bytes, RandomCutForestState.class));
        } catch (IOException malformed) {
            throw new IllegalArgumentException("These are not the bytes of a forest", malformed);
        }
    }

    private static RandomCutForestMapper mapper() {
        RandomCutForestMapper mapper = new RandomCutForestMapper();
        mapper.setSaveTreeStateEnabled(true);
        mapper.setPartialTreeStateEnabled(true);
        mapper.setSaveExecutorContextEnabled(true);
        mapper.setCompressionEnabled(true);
        return mapper;
    }
}
