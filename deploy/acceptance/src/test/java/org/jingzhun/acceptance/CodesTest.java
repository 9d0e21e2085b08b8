package org.jingzhun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What several services name has one code in all of them. */
class CodesTest {

    private static final int ACTIONS = 10;

    /** What a household's plan and a project do is counted together. */
    @Test
    void anActionHasTheSameCodeInTheServicesThatNameIt() throws IOException {
        Set<String> ofProjects =
                codes("funding-service/src/main/resources/data/catalogues.csv", row -> row.getField("list")
                        .equals("ACTIONS"));
        Set<String> ofMeasures = codes("pairing-service/src/main/resources/help/actions.csv", _ -> true);
        assertThat(ofMeasures).hasSize(ACTIONS).isEqualTo(ofProjects);
    }

    private static Set<String> codes(String table, Predicate<NamedCsvRecord> which) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(RunningSuite.root().resolve(table))) {
            return rows.stream().filter(which).map(row -> row.getField("code")).collect(Collectors.toSet());
        }
    }
}
