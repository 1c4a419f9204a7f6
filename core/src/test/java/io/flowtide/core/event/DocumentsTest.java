package io.flowtide.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are the contract: whoever changes one changes what the stages of other versions understand. */
class DocumentsTest {

    static Stream<Document> documents() {
        return GoldenDocuments.all();
    }

    private static String golden(Document document) throws IOException {
        String name = "/golden/" + document.getClass().getSimpleName() + ".json";
        try (InputStream file = DocumentsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8).strip();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isWrittenAsTheGoldenFile(Document document) throws IOException {
        assertThat(new String(Documents.write(document), UTF_8)).isEqualTo(golden(document));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isReadFromTheGoldenFile(Document document) throws IOException {
        Document read = Documents.read(golden(document).getBytes(UTF_8), document.getClass());

        assertThat(read).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aFieldFromTheFutureIsIgnored(Document document) throws IOException {
        String extended = golden(document).replaceFirst("\\{", "{\"added\":{\"later\":[1]},");
        Document read = Documents.read(extended.getBytes(UTF_8), document.getClass());

        assertThat(read).isEqualTo(document);
    }

    @Test
    void aWindowFromBeforeThereWereHolidaysIsRead() {
        String old = "{\"schema\":1,\"calendar\":{\"dayOfWeek\":[6],\"minuteOfDay\":[545]},\"series\":[]}";

        JoinedWindow read = Documents.read(old.getBytes(UTF_8), JoinedWindow.class);

        assertThat(read.calendar()).isEqualTo(new CalendarFeatures(List.of(6), List.of(545), List.of()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aNewerSchemaIsRefused(Document document) throws IOException {
        String newer = golden(document).replaceFirst("\"schema\":1", "\"schema\":2");

        assertThatThrownBy(() -> Documents.read(newer.getBytes(UTF_8), document.getClass()))
                .isInstanceOf(DocumentException.class)
                .hasMessage("This " + document.getClass().getSimpleName()
                        + " document follows schema 2, but this version of Flowtide reads up to 1:"
                        + " update the functions");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThatThrownBy(() -> Documents.read("{\"schema\":1,".getBytes(UTF_8), ScoredWindow.class))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("This ScoredWindow document is not JSON: Unexpected end-of-input");
    }

    @Test
    void aDocumentWithoutASchemaIsRefused() {
        assertThatThrownBy(() -> Documents.read("{}".getBytes(UTF_8), ScoredWindow.class))
                .hasMessage("This ScoredWindow document has no schema number");
        assertThatThrownBy(() -> Documents.read("{\"schema\":\"1\"}".getBytes(UTF_8), ScoredWindow.class))
                .hasMessage("This ScoredWindow document has no schema number");
        assertThatThrownBy(() -> Documents.read("[1]".getBytes(UTF_8), ScoredWindow.class))
                .hasMessage("This ScoredWindow document has no schema number");
        assertThatThrownBy(() -> Documents.read(new byte[0], ScoredWindow.class))
                .isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> Documents.read("\u0000\u0001binary".getBytes(UTF_8), ScoredWindow.class))
                .hasMessageStartingWith("This ScoredWindow document is not JSON");
    }

    @Test
    void aValueThatDoesNotFitIsNamed() {
        String misfit = "{\"schema\":1,\"origin\":\"SOMEWHERE\"}";

        assertThatThrownBy(() -> Documents.read(misfit.getBytes(UTF_8), ScoredWindow.class))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("does not fit its schema")
                .hasMessageContaining("SOMEWHERE");
    }
}
