package io.flowtide.core.services;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps with numbers for values. */
final class Numbered {

    private Numbered() {}

    static <K, V> Map<K, Integer> of(Map<K, V> map, Numbering<V> numbering) {
        Map<K, Integer> numbered = new LinkedHashMap<>();
        map.forEach((key, value) -> numbered.put(key, numbering.of(value)));
        return numbered;
    }
}
