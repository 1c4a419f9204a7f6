package io.flowtide.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line.
 *
 * @param options what stood behind {@code --name}
 * @param rest everything else
 */
record Arguments(Map<String, String> options, List<String> rest) {

    static Arguments parse(String... texts) {
        Map<String, String> options = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].startsWith("--") && i + 1 < texts.length) {
                options.put(texts[i].substring(2), texts[++i]);
            } else {
                rest.add(texts[i]);
            }
        }
        return new Arguments(options, rest);
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
