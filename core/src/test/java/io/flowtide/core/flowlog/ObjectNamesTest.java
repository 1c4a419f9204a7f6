package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw/AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/11/21/123456789012_vpcflowlogs_eu-central-1_fl-1_20261121T0805Z_1a2b.log.gz",
                "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/11/21/08/a.log.gz",
                "raw/p/AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-central-1/year=2026/month=11/day=21/hour=08/a.log.parquet",
                "raw/any.log",
                "raw/AWSLogs/any.log"
            })
    void flowLogsAreRead(String key) {
        assertThat(ObjectNames.notForUs(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "raw/AWSLogs/123456789012/CloudTrail/eu-central-1/2026/11/21/a.json.gz, 'it is a log of CloudTrail, not a flow log'",
        "AWSLogs/aws-account-id=1/aws-service=elasticloadbalancing/x/a.log, 'it is a log of elasticloadbalancing, not a flow log'",
        "raw/2026/, it is a folder"
    })
    void othersAreLeftAlone(String key, String why) {
        assertThat(ObjectNames.notForUs(key)).hasValue(why);
    }
}
