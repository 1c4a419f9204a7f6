package io.flowtide.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Resolves CloudFormation's intrinsic functions: Ref, GetAtt, Sub, Join, If, Equals, Not, And, Or, FindInMap.
 * {@code AWS::NoValue} removes what it stands for.
 */
final class Resolver {

    /** What a template gets when it asks for its account. */
    static final String ACCOUNT = "000000000000";

    static final String REGION = "eu-central-1";

    private static final Object NO_VALUE = new Object();
    private static final Map<String, Object> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId",
            ACCOUNT,
            "AWS::Region",
            REGION,
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com",
            "AWS::StackName",
            "flowtide-local",
            "AWS::NoValue",
            NO_VALUE);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Map<?, ?> template;
    private final Map<String, String> parameters;
    private final PhysicalNames names;

    Resolver(Map<?, ?> template, Map<String, String> parameters) {
        this.template = template;
        this.parameters = parameters;
        this.names = new PhysicalNames(this);
    }

    /** A resolved text; numbers and booleans become text. */
    String text(Object node) {
        return String.valueOf(resolve(node));
    }

    /** The node with everything in it resolved. */
    Object resolve(Object node) {
        if (node instanceof List<?> list) {
            return list.stream()
                    .map(this::resolve)
                    .filter(item -> item != NO_VALUE)
                    .toList();
        }
        return node instanceof Map<?, ?> map ? intrinsic(map).orElseGet(() -> resolveEach(map)) : node;
    }

    private Map<String, Object> resolveEach(Map<?, ?> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object plain = resolve(value);
            if (plain != NO_VALUE) {
                resolved.put(String.valueOf(key), plain);
            }
        });
        return resolved;
    }

    private Optional<Object> intrinsic(Map<?, ?> map) {
        if (map.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        if (!name.equals("Ref") && !name.startsWith("Fn::")) {
            return Optional.empty();
        }
        return Optional.of(call(name, only.getValue()));
    }

    private Object call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> ref((String) argument);
            case "Fn::GetAtt" -> getAtt((List<?>) argument);
            case "Fn::Sub" -> sub(argument);
            case "Fn::Join" -> join((List<?>) argument);
            case "Fn::If" -> choose((List<?>) argument);
            case "Fn::FindInMap" -> findInMap((List<?>) argument);
            default -> throw new TemplateException("The local suite does not know the function " + function);
        };
    }

    private Object ref(String name) {
        if (PSEUDO_PARAMETERS.containsKey(name)) {
            return PSEUDO_PARAMETERS.get(name);
        }
        return parameters.containsKey(name) ? parameters.get(name) : names.reference(name, resource(name));
    }

    private Object getAtt(List<?> nameAndAttribute) {
        String name = (String) nameAndAttribute.get(0);
        String attribute = text(nameAndAttribute.get(1));
        if (!attribute.equals("Arn")) {
            throw new TemplateException("The local suite does not know " + name + "." + attribute);
        }
        return names.arn(name, resource(name));
    }

    private Object sub(Object argument) {
        boolean withVariables = argument instanceof List<?>;
        String pattern = (String) (withVariables ? ((List<?>) argument).get(0) : argument);
        Map<?, ?> variables = withVariables ? (Map<?, ?>) ((List<?>) argument).get(1) : Map.of();
        return VARIABLE.matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1), variables)))
                .replace("${!", "${");
    }

    private String variable(String name, Map<?, ?> variables) {
        if (variables.containsKey(name)) {
            return text(variables.get(name));
        }
        return String.valueOf(name.contains(".") ? getAtt(List.of(name.split("\\.", 2))) : ref(name));
    }

    private String join(List<?> separatorAndParts) {
        return ((List<?>) resolve(separatorAndParts.get(1)))
                .stream().map(String::valueOf).collect(Collectors.joining((String) separatorAndParts.get(0)));
    }

    private Object choose(List<?> conditionAndBranches) {
        return resolve(conditionAndBranches.get(holds((String) conditionAndBranches.get(0)) ? 1 : 2));
    }

    private Object findInMap(List<?> path) {
        Object found = section("Mappings");
        for (Object step : path) {
            found = ((Map<?, ?>) found).get(text(step));
        }
        return found;
    }

    /** Whether the named condition holds. */
    boolean holds(String condition) {
        Object node = section("Conditions").get(condition);
        if (node == null) {
            throw new TemplateException("The template has no condition " + condition);
        }
        return truth(node);
    }

    private boolean truth(Object node) {
        Map.Entry<?, ?> test = ((Map<?, ?>) node).entrySet().iterator().next();
        List<Object> operands = new ArrayList<>();
        if (test.getValue() instanceof List<?> list) {
            operands.addAll(list);
        }
        return switch (String.valueOf(test.getKey())) {
            case "Condition" -> holds((String) test.getValue());
            case "Fn::Equals" -> text(operands.get(0)).equals(text(operands.get(1)));
            case "Fn::Not" -> !truth(operands.get(0));
            case "Fn::And" -> operands.stream().allMatch(this::truth);
            case "Fn::Or" -> operands.stream().anyMatch(this::truth);
            default -> throw new TemplateException("The local suite does not know the condition " + test.getKey());
        };
    }

    Map<?, ?> section(String name) {
        return template.get(name) instanceof Map<?, ?> section ? section : Map.of();
    }

    private Map<?, ?> resource(String name) {
        if (section("Resources").get(name) instanceof Map<?, ?> resource) {
            return resource;
        }
        throw new TemplateException("The template has no resource or parameter " + name);
    }
}
