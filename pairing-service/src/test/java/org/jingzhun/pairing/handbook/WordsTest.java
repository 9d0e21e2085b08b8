package org.jingzhun.pairing.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.pairing.social.HelpKind;
import org.jingzhun.pairing.visit.NeedKind;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path OURS = Path.of("src/main/resources/handbook");
    private static final Path THEIRS =
            Path.of("../identification-service/src/main/resources/code-lists/code-lists.csv");
    private static final Set<String> LISTS = Set.of("relation", "education", "schooling", "labour");

    @Test
    void theWordsOfMembersAreThoseOfIdentification() throws IOException {
        Set<String> theirs = rows(THEIRS)
                .filter(row -> LISTS.contains(row.getFirst()))
                .map(row -> String.join(",", row.subList(0, 3)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = rows(OURS.resolve("words.csv"))
                .filter(row -> LISTS.contains(row.getFirst()))
                .map(row -> String.join(",", row))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ours).isEqualTo(theirs).hasSize(47);
        assertThat(Words.word("relation", "DAUGHTER_IN_LAW")).isEqualTo("之儿媳");
        assertThat(Words.word("relation", "NEW_CODE")).isEqualTo("NEW_CODE");
    }

    @Test
    void everyKindOfHelpHasAWordAndEveryNeedButOtherIsAnsweredBySomething() throws IOException {
        assertThat(Arrays.stream(HelpKind.values()).map(Enum::name))
                .allMatch(kind -> !Words.word("help-kind", kind).equals(kind));
        List<List<String>> answers = rows(OURS.resolve("need-help.csv")).toList();
        Set<String> pathways = rows(Path.of("src/main/resources/help/pathways.csv"))
                .map(row -> row.get(3))
                .collect(Collectors.toSet());
        assertThat(answers).allSatisfy(row -> {
            assertThat(NeedKind.valueOf(row.getFirst())).isNotEqualTo(NeedKind.OTHER);
            if (Need.Help.Kind.valueOf(row.get(1)) == Need.Help.Kind.MEASURE) {
                assertThat(pathways).contains(row.get(2));
            } else {
                assertThat(Arrays.stream(HelpKind.values()).map(Enum::name)).contains(row.get(2));
            }
        });
        assertThat(answers.stream().map(List::getFirst).collect(Collectors.toSet()))
                .hasSize(NeedKind.values().length - 1);
    }

    private static Stream<List<String>> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().skip(1).map(line -> List.of(line.split(",")));
    }
}
