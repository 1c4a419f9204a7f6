package io.flowtide.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A piece of a resolved template that knows where it stands, for messages.
 *
 * @param path such as {@code DataJoin.Environment}
 * @param values the properties
 */
record Node(String path, Map<?, ?> values) {

    String text(String property) {
        Object value = values.get(property);
        if (value == null) {
            throw new TemplateException("The template says nothing about " + path + "." + property);
        }
        return value.toString();
    }

    /** A property that is one text or a list of them. */
    List<String> texts(String property) {
        return values.get(property) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(text(property));
    }

    int number(String property) {
        String text = text(property);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new TemplateException(path + "." + property + " is no number: " + text);
        }
    }

    int numberOr(String property, int otherwise) {
        return values.containsKey(property) ? number(property) : otherwise;
    }

    /** The properties under a property; none when it is absent. */
    Node node(String property) {
        return new Node(path + "." + property, values.get(property) instanceof Map<?, ?> map ? map : Map.of());
    }

    Stream<Node> nodes(String property) {
        List<?> list = values.get(property) instanceof List<?> items ? items : List.of();
        return list.stream().map(item -> new Node(path + "." + property, (Map<?, ?>) item));
    }

    Node overriddenBy(Node other) {
        Map<Object, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(other.values);
        return new Node(other.path, merged);
    }
}
