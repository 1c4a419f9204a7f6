package io.flowtide.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a template's parameters: defaults, overridden by what was given, checked as CloudFormation checks. */
final class Parameters {

    private Parameters() {}

    /**
     * @throws TemplateException for a value that a parameter does not allow, a missing one or an unknown parameter
     */
    static Map<String, String> of(Map<?, ?> declared, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        declared.forEach(
                (name, declaration) -> values.put((String) name, value((String) name, (Map<?, ?>) declaration, given)));
        given.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new TemplateException(
                            "The template has no parameter " + unknown + "; it has " + values.keySet());
                });
        return values;
    }

    private static String value(String name, Map<?, ?> declaration, Map<String, String> given) {
        Object value = given.containsKey(name) ? given.get(name) : declaration.get("Default");
        if (value == null) {
            throw new TemplateException("The parameter " + name + " has no default and was not given");
        }
        check(name, value.toString(), declaration);
        return value.toString();
    }

    private static void check(String name, String value, Map<?, ?> declaration) {
        if (declaration.get("AllowedValues") instanceof List<?> allowed
                && allowed.stream().map(Object::toString).noneMatch(value::equals)) {
            throw new TemplateException(
                    "The parameter " + name + " must be one of " + allowed + ", not '" + value + "'");
        }
        if (declaration.get("AllowedPattern") instanceof String pattern && !value.matches(pattern)) {
            Object constraint = declaration.get("ConstraintDescription");
            throw new TemplateException("The parameter " + name + " "
                    + (constraint == null ? "must match " + pattern : constraint) + ", not '" + value + "'");
        }
    }
}
