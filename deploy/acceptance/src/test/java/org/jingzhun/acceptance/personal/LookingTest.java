package org.jingzhun.acceptance.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The looking itself: the number of GB 11643's own example, a telephone that nobody has, an account that is no card. */
class LookingTest {

    private static final String ID = "11010519491231002X";
    private static final String PHONE = "14212345678";
    private static final String ACCOUNT = "4501234567890123";
    private static final String CARD = "6222020200112230";

    private static Map<Looking.Kind, Long> found(Numbers numbers, String text) {
        var looking = new Looking(numbers);
        looking.look(text);
        return looking.found();
    }

    private static Map<Looking.Kind, Long> known(String text) {
        return found(new Numbers().and(ID, PHONE, ACCOUNT), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "{\"idNumber\":\"11010519491231002X\"}",
                "x11010519491231002X,",
                "9911010519491231002x",
                "110105 19491231 002X",
                "/v1/households/11010519491231002X?q=1"
            })
    void anIdNumberIsFoundWhereverItStands(String text) {
        assertThat(known(text)).containsExactly(Map.entry(Looking.Kind.ID_NUMBER, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14212345678",
                "tel:14212345678;",
                "电话14212345678。",
                "142 1234 5678",
                "142-1234-5678",
                "+86 142-1234-5678",
                "8614212345678",
                "14212345678 30",
                "2014 14212345678"
            })
    void aTelephoneIsFoundAsPeopleWriteIt(String text) {
        assertThat(known(text)).containsExactly(Map.entry(Looking.Kind.TELEPHONE, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4501234567890123", "4501 2345 6789 0123", "to 4501234567890123."})
    void anAccountIsFound(String text) {
        assertThat(known(text)).containsExactly(Map.entry(Looking.Kind.BANK_ACCOUNT, 1L));
    }

    @Test
    void numbersOfStrangersAreKnownByTheirForm() {
        var nobody = new Numbers();
        assertThat(found(nobody, "id " + ID)).containsOnlyKeys(Looking.Kind.LOOKS_LIKE_AN_ID_NUMBER);
        assertThat(found(nobody, "call 13900001111")).containsOnlyKeys(Looking.Kind.LOOKS_LIKE_A_TELEPHONE);
        assertThat(found(nobody, "card " + CARD)).containsOnlyKeys(Looking.Kind.LOOKS_LIKE_A_BANK_CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105********002X",
                "142****5678",
                "01a21763-5dd9-7142-1234-567890123456",
                "a14212345678b",
                "114212345678",
                "2026-11-26 10:25:19.284",
                "451031100201",
                "6222020200112231"
            })
    void whatIsMaskedOrSomethingElseIsNotFound(String text) {
        assertThat(known(text)).isEmpty();
    }

    @Test
    void amountsAreNoTelephonesUnlessTheyAreThoseOfSomebody() {
        var looking = new Looking(new Numbers().and(ID, PHONE, ACCOUNT), true);
        looking.look("15000000000\t440524188001010014\t" + CARD);
        assertThat(looking.found()).isEmpty();
        looking.look(PHONE);
        assertThat(looking.found()).containsExactly(Map.entry(Looking.Kind.TELEPHONE, 1L));
    }

    @Test
    void bytesWrittenAsHexadecimalDigitsAreLookedThroughAsBytes() throws IOException {
        var looking = new Looking(new Numbers().and(ID, PHONE, ACCOUNT));
        try (var bytes = new HexBytes(looking)) {
            bytes.write("00ff31343231\n".getBytes(StandardCharsets.US_ASCII));
            bytes.write("0a3134323132333435363738ff\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(looking.found()).containsExactly(Map.entry(Looking.Kind.TELEPHONE, 1L));
    }

    @Test
    void whatTheFilesOfARunHoldIsLookedFor(@TempDir Path run) throws IOException {
        Files.writeString(
                run.resolve("members.ndjson"), "{\"idNumber\":\"" + ID + "\",\"telephone\":\"" + PHONE + "\"}\n");
        var places = new Places(Numbers.in(List.of(run, run.resolve("nowhere"))));
        Path logs = Files.createDirectories(run.resolve("logs"));
        Files.writeString(logs.resolve("a.log"), "refused " + ID + "\n");
        Files.writeString(logs.resolve("b.log.1"), "called " + PHONE);
        Files.writeString(logs.resolve("c.log"), "110105********002X\n");
        places.files(logs);
        assertThat(places.names()).hasSize(3);
        assertThat(places.found())
                .containsOnly(
                        Map.entry("file a.log", Map.of(Looking.Kind.ID_NUMBER, 1L)),
                        Map.entry("file b.log.1", Map.of(Looking.Kind.TELEPHONE, 1L)));
    }
}
