package io.flowtide.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small templates, each with one thing in it. */
class TemplateTest {

    private static final String PARAMETERS =
            """
            Parameters:
              Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
              Channel: {Type: String, Default: "", AllowedPattern: "^(C[0-9]+)?$", ConstraintDescription: must be an id}
            Conditions:
              Prod: !Equals [!Ref Stage, prod]
              HasChannel: !Not [!Equals [!Ref Channel, ""]]
              Both: !And [!Condition Prod, !Condition HasChannel]
              Either: !Or [!Condition Prod, !Condition HasChannel]
            Mappings:
              Days: {dev: {Keep: 14}, prod: {Keep: 90}}
            Resources:
              Heard: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub "flowtide-${Stage}-heard"}}
              Lake: {Type: AWS::S3::Bucket, Properties: {BucketName: !Join ["-", [lake, !Ref "AWS::AccountId"]]}}
              Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: letters}}
              Rule: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 minute)}}
              Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: series}}
            """;

    @TempDir
    Path folder;

    @Test
    void referencesBecomeWhatTheResourceIsCalled() throws IOException {
        assertThat(resolve("!Ref Heard")).isEqualTo("arn:aws:sns:eu-central-1:000000000000:flowtide-dev-heard");
        assertThat(resolve("!Ref Lake")).isEqualTo("lake-000000000000");
        assertThat(resolve("!Ref Table")).isEqualTo("series");
        assertThat(resolve("!Ref Queue")).isEqualTo("https://sqs.eu-central-1.amazonaws.com/000000000000/letters");
        assertThat(resolve("!Ref Rule")).isEqualTo("Rule");
        assertThat(resolve("!Ref Stage")).isEqualTo("dev");
        assertThat(resolve("!GetAtt Lake.Arn")).isEqualTo("arn:aws:s3:::lake-000000000000");
        assertThat(resolve("{'Fn::GetAtt': [Queue, Arn]}")).isEqualTo("arn:aws:sqs:eu-central-1:000000000000:letters");
        assertThat(resolve("!GetAtt Table.Arn")).isEqualTo("arn:aws:dynamodb:eu-central-1:000000000000:table/series");
        assertThat(resolve("!GetAtt Rule.Arn")).isEqualTo("arn:aws:events:eu-central-1:000000000000:rule/Rule");
    }

    @Test
    void subReplacesParametersResourcesAttributesAndItsOwnVariables() throws IOException {
        assertThat(resolve("!Sub '${Stage}:${Lake}:${Lake.Arn}/raw/*:${!Literal}'"))
                .isEqualTo("dev:lake-000000000000:arn:aws:s3:::lake-000000000000/raw/*:${Literal}");
        assertThat(resolve("!Sub ['${Own} $1', {Own: !Ref Stage}]")).isEqualTo("dev $1");
    }

    @Test
    void conditionsChoose() throws IOException {
        assertThat(resolve("!If [Prod, a, b]")).isEqualTo("b");
        assertThat(resolve("!If [Prod, a, b]", Map.of("Stage", "prod"))).isEqualTo("a");
        assertThat(resolve("!If [Both, a, b]", Map.of("Stage", "prod"))).isEqualTo("b");
        assertThat(resolve("!If [Both, a, b]", Map.of("Stage", "prod", "Channel", "C1")))
                .isEqualTo("a");
        assertThat(resolve("!If [Either, a, b]", Map.of("Channel", "C1"))).isEqualTo("a");
        assertThat(resolve("!FindInMap [Days, !Ref Stage, Keep]")).isEqualTo(14);
    }

    @Test
    void noValueRemovesWhatItStandsFor() throws IOException {
        assertThat(resolve("{Kept: 1, Gone: !If [HasChannel, !Ref Channel, !Ref 'AWS::NoValue']}"))
                .isEqualTo(Map.of("Kept", 1));
        assertThat(resolve("[1, !Ref 'AWS::NoValue', 2]")).isEqualTo(List.of(1, 2));
    }

    @Test
    void whatItDoesNotKnowIsSaidByName() {
        assertThatThrownBy(() -> resolve("!Ref Nobody")).hasMessage("The template has no resource or parameter Nobody");
        assertThatThrownBy(() -> resolve("!If [Never, 1, 2]")).hasMessage("The template has no condition Never");
        assertThatThrownBy(() -> resolve("!Split [',', a]")).hasMessageContaining("Fn::Split");
        assertThatThrownBy(() -> resolve("!GetAtt Lake.DomainName")).hasMessageContaining("Lake.DomainName");
    }

    @Test
    void parametersAreCheckedAsCloudFormationChecksThem() {
        assertThatThrownBy(() -> resolve("1", Map.of("Stage", "moon")))
                .isInstanceOf(TemplateException.class)
                .hasMessage("The parameter Stage must be one of [dev, prod], not 'moon'");
        assertThatThrownBy(() -> resolve("1", Map.of("Channel", "#general")))
                .hasMessage("The parameter Channel must be an id, not '#general'");
        assertThatThrownBy(() -> resolve("1", Map.of("Chanel", "C1")))
                .hasMessage("The template has no parameter Chanel; it has [Stage, Channel]");
    }

    @Test
    void ratesAreDurations() {
        assertThat(WiringReader.rate("rate(1 minute)")).hasMinutes(1);
        assertThat(WiringReader.rate("rate(12 hours)")).hasHours(12);
        assertThat(WiringReader.rate("rate(7 days)")).hasDays(7);
        assertThatThrownBy(() -> WiringReader.rate("cron(0 * * * ? *)")).hasMessageContaining("cron(0 * * * ? *)");
    }

    @Test
    void aFileThatIsNoTemplateIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "Resources: [");

        assertThatThrownBy(() -> Wiring.read(file, Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("broken.yaml is no template");
    }

    private Object resolve(String node) throws IOException {
        return resolve(node, Map.of());
    }

    private Object resolve(String node, Map<String, String> given) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), PARAMETERS + "Node: " + node + "\n");
        Map<?, ?> tree = TemplateYaml.read(file);
        return new Resolver(tree, Parameters.of((Map<?, ?>) tree.get("Parameters"), given)).resolve(tree.get("Node"));
    }
}
