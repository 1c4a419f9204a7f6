package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FamilyTest {

    private static final SeriesId ALL = SeriesId.total("requests");
    private static final SeriesId ACCEPT = SeriesId.of("requests", "action", "ACCEPT");
    private static final SeriesId REJECT = SeriesId.of("requests", "action", "REJECT");
    private static final Values NORMAL = Values.of(1_000, 1_000);

    /** A score is the deviation in per cent; from 50 on it is an anomaly. */
    private static ScoredWindow.Row row(SeriesId series, double expected, double... values) {
        Values all = Values.constant(values.length, expected);
        return new ScoredWindow.Row(
                series,
                new ScoredWindow.ModelVersion("tide", "1"),
                1,
                at(0),
                Values.of(values),
                all,
                all.map(value -> 0.9 * value),
                all.map(value -> 1.1 * value),
                Values.of(values).map(value -> 100 * Math.abs(value - expected) / expected),
                new TreeMap<>());
    }

    private static Findings related(SeriesId series, ScoredWindow.Row... rows) {
        return family(rows).related(series);
    }

    private static Family family(ScoredWindow.Row... rows) {
        ScoredWindow window = new ScoredWindow(
                Documents.SCHEMA, Origin.STREAM, 0, at(0), at(2), Windows.WIDTH, Windows.ZONE, List.of(rows));
        ObjectVersion scored = new ObjectVersion("lake", "scored/x.json", "");
        Verdicts verdicts = new Verdicts(Relevance.DEFAULT);
        List<Findings> findings = window.series().stream()
                .map(row -> verdicts.of(window, row, scored, CutOffs.parse("fixed:50", "tide")))
                .toList();
        return new Family(window, findings, IncidentPolicy.DEFAULT);
    }

    private static List<Integer> audible(Findings findings) {
        return findings.anomalies().stream()
                .map(anomaly -> anomaly.audible().buckets())
                .toList();
    }

    @Test
    void aPartThatMovesWithItsTotalIsNotToldButNamed() {
        ScoredWindow.Row all = row(ALL, 1_000, 1_000, 2_000);
        ScoredWindow.Row accept = row(ACCEPT, 900, 900, 1_030);
        ScoredWindow.Row reject = row(REJECT, 100, 100, 970);

        assertThat(audible(related(ALL, all, accept, reject))).containsExactly(1);
        assertThat(related(ALL, all, accept, reject).company())
                .isEqualTo(new Company(List.of(new Carrier("action=REJECT", 0.87)), List.of(REJECT)));
        assertThat(audible(related(REJECT, all, accept, reject))).containsExactly(0);
    }

    @Test
    void aPartThatMovesAloneIsTold() {
        ScoredWindow.Row all = row(ALL, 1_000, 1_000, 1_100);
        ScoredWindow.Row reject = row(REJECT, 100, 100, 200);

        assertThat(audible(related(REJECT, all, reject))).containsExactly(1);
        assertThat(audible(related(REJECT, reject))).containsExactly(1);
    }

    @Test
    void aPartThatMovesAgainstItsTotalIsTold() {
        ScoredWindow.Row all = row(ALL, 1_000, 1_000, 2_000);
        ScoredWindow.Row reject = row(REJECT, 100, 100, 10);

        assertThat(audible(related(REJECT, all, reject))).containsExactly(1);
    }

    @Test
    void aPartThatAlwaysHasMostCarriesNothing() {
        ScoredWindow.Row all = row(ALL, 1_000, 1_000, 2_000);

        assertThat(related(ALL, all, row(ACCEPT, 900, 900, 1_800), row(REJECT, 100, 100, 200))
                        .company()
                        .carriers())
                .isEmpty();
        assertThat(related(ALL, row(ALL, 1_000, NORMAL.toArray()), row(REJECT, 100, 100, 100))
                        .company()
                        .carriers())
                .isEmpty();
    }

    @Test
    void theShareIsToldInWords() {
        assertThat(new Carrier("action=REJECT", 0.874).inWords()).isEqualTo("87 % of it action=REJECT");
        assertThat(new Carrier("dstport=443", 1.2).inWords()).isEqualTo("all of it dstport=443");
    }

    @Test
    void ofEachDimensionTheGreatestCarrierIsNamed() {
        SeriesId https = SeriesId.of("requests", "dstport", "443");
        SeriesId http = SeriesId.of("requests", "dstport", "80");
        SeriesId checkout = SeriesId.of("requests", "service", "checkout");

        Company company = related(
                        ALL,
                        row(ALL, 1_000, 1_000, 2_000),
                        row(https, 100, 100, 970),
                        row(http, 100, 100, 700),
                        row(checkout, 200, 200, 950))
                .company();

        assertThat(company.carriers())
                .containsExactly(new Carrier("dstport=443", 0.87), new Carrier("service=checkout", 0.75));
        assertThat(company.parts()).containsExactly(https, http, checkout);
    }

    @Test
    void neighboursThatMoveTogetherAreOneIncidentAsBadAsTheWorst() {
        SeriesId bytes = SeriesId.total("bytes");
        ScoredWindow.Row all = row(ALL, 1_000, 1_000, 1_600);
        ScoredWindow.Row more = row(bytes, 1_000, 1_000, 3_000);
        ScoredWindow.Row part = row(REJECT, 100, 100, 160);

        assertThat(audible(related(ALL, part, more, all))).containsExactly(1);
        assertThat(related(ALL, part, more, all).anomalies())
                .extracting(Stretch::severity)
                .containsExactly(Severity.HIGH);
        assertThat(related(ALL, part, more, all).company().parts()).containsExactly(bytes, REJECT);
        assertThat(audible(related(bytes, part, more, all))).containsExactly(0);
        assertThat(audible(related(REJECT, part, more, all))).containsExactly(0);
    }

    @Test
    void partsThatMoveTogetherWithoutTheirTotalAreOneIncidentToo() {
        ScoredWindow.Row accept = row(ACCEPT, 100, 100, 200);
        ScoredWindow.Row reject = row(REJECT, 100, 100, 200);

        assertThat(audible(related(ACCEPT, reject, accept))).containsExactly(1);
        assertThat(audible(related(REJECT, reject, accept))).containsExactly(0);
    }

    @Test
    void aPartThatGoesOnAfterItsTotalBelongsToTheIncidentThatPeopleKnow() {
        ScoredWindow.Row reject = row(REJECT, 100, 100, 200);
        Findings alone = related(REJECT, reject);
        Stretch ofTotal =
                related(ALL, row(ALL, 1_000, 2_000, 2_000)).anomalies().get(0);
        Incident unknown = Incident.begin(ALL, ofTotal);
        Incident known = unknown.told(Told.NOTHING.firing(Severity.HIGH, at(1)));
        Incident longAgo =
                Incident.begin(ALL, shifted(ofTotal, Duration.ofHours(-2))).told(known.told());

        assertThat(audible(family(reject).following(alone, List.of(known)))).containsExactly(0);
        assertThat(audible(family(reject).following(alone, List.of(unknown, longAgo))))
                .containsExactly(1);
    }

    private static Stretch shifted(Stretch stretch, Duration by) {
        return new Stretch(
                stretch.start().plus(by),
                stretch.end().plus(by),
                stretch.buckets(),
                stretch.excess(),
                stretch.severity(),
                stretch.direction(),
                stretch.peak(),
                stretch.cutoff(),
                stretch.audible());
    }
}
