package io.flowtide.sagemaker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model at an endpoint as it stands in the configuration: {@code rcf@my-endpoint}, {@code deepar@other?steps=72&cat=3}.
 *
 * @param kind which protocol it speaks
 * @param endpoint the endpoint's name
 * @param options what its kind has to know, by name
 */
public record Backend(Kind kind, String endpoint, Map<String, String> options) {

    private static final Pattern SYNTAX =
            Pattern.compile("([a-z]+)@([A-Za-z0-9](?:-*[A-Za-z0-9]){0,62})(?:\\?(\\w+=\\w+(?:&\\w+=\\w+)*))?");

    /** The protocols. */
    public enum Kind {
        /** The built-in random cut forest; option {@code shingle}: how many values in a row are one input (1). */
        RCF,
        /** The mean predictor: a range of time in, {@code Timestamp,Value,Std} out. */
        MEAN,
        /** DeepAR; options {@code steps}: its prediction length (288), and {@code cat}: the category of the series. */
        DEEPAR
    }

    public Backend {
        options = Map.copyOf(options);
    }

    /** @throws IllegalArgumentException when it is written otherwise; the message says how it should be */
    public static Backend parse(String text) {
        Matcher parts = SYNTAX.matcher(text.strip());
        if (!parts.matches()) {
            throw wrong(text);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> wrong(text));
        Map<String, String> options = new TreeMap<>();
        if (parts.group(3) != null) {
            for (String option : parts.group(3).split("&")) {
                options.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
            }
        }
        return new Backend(kind, parts.group(2), options);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "A model at an endpoint is written like rcf@my-endpoint, mean@my-endpoint or"
                        + " deepar@my-endpoint?steps=288, not '" + text + "'");
    }

    /** {@code kind@endpoint}, as documents name the detector. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT) + "@" + endpoint;
    }

    /** @throws IllegalArgumentException when the option is not a whole number from 1 to {@code most} */
    int option(String option, int otherwise, int most) {
        String text = options.getOrDefault(option, String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("The option " + option + " of " + name()
                    + " is a whole number from 1 to " + most + ", not " + text);
        }
        return Integer.parseInt(text);
    }
}
