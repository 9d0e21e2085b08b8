package org.jingzhun.pairing.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncomeItemsTest {

    private static final Path OURS = Path.of("src/main/resources/income-items");
    private static final Path THEIRS = Path.of("../identification-service/src/main/resources/income-rules");

    @Test
    void theItemsAreThoseOfIdentification() throws IOException {
        assertThat(names(OURS)).isEqualTo(names(THEIRS)).isNotEmpty();
        for (String name : names(OURS)) {
            assertThat(OURS.resolve(name)).hasSameTextualContentAs(THEIRS.resolve(name));
        }
    }

    @Test
    void anItemIsKnownFromTheFirstDayOfItsVersion() {
        LocalDate begins = LocalDate.of(2017, 1, 1);
        assertThat(IncomeItems.isKnown("A50-1", begins)).isTrue();
        assertThat(IncomeItems.isKnown("A50-1", begins.minusDays(1))).isFalse();
        assertThat(IncomeItems.isKnown("GRAIN", begins.minusDays(1))).isTrue();
        assertThat(IncomeItems.isKnown("A50-99", begins)).isFalse();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
