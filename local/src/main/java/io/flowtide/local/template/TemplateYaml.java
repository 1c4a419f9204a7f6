package io.flowtide.local.template;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with CloudFormation's short tags, which become the long form: {@code !Sub x} reads as {@code {Fn::Sub: x}}. */
final class TemplateYaml {

    private TemplateYaml() {}

    static Map<?, ?> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return (Map<?, ?>) new Yaml(new ShortTags()).load(reader);
        } catch (YAMLException | ClassCastException malformed) {
            throw new TemplateException(file + " is no template: " + malformed.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    private static final class ShortTags extends SafeConstructor {

        ShortTags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new Intrinsic());
        }

        private final class Intrinsic extends AbstractConstruct {

            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                Object argument = argument(node);
                return switch (name) {
                    case "Ref", "Condition" -> Map.of(name, argument);
                    case "GetAtt" -> Map.of("Fn::GetAtt", splitAtFirstDot(argument));
                    default -> Map.of("Fn::" + name, argument);
                };
            }

            private Object argument(Node node) {
                if (node instanceof ScalarNode scalar) {
                    return constructScalar(scalar);
                }
                return node instanceof SequenceNode sequence
                        ? constructSequence(sequence)
                        : constructMapping((MappingNode) node);
            }

            private Object splitAtFirstDot(Object argument) {
                return argument instanceof String text ? List.of(text.split("\\.", 2)) : argument;
            }
        }
    }
}
