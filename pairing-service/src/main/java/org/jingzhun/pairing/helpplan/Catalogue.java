package org.jingzhun.pairing.helpplan;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;

/**
 * The pathways (七个一批) and actions (十大行动) by which measures are named. Jurisdictions have their own: Longlin has seven
 * batches where the region has eight; the longest jurisdiction that a village lies in counts.
 */
@ApplicationScoped
public class Catalogue {

    private final List<Entry> pathways = read("pathways");
    private final List<Entry> actions = read("actions");

    /**
     * A name for measures.
     *
     * @param jurisdiction prefix of the divisions in which it holds
     * @param causes of poverty against which it helps; none for an action
     * @param source document, and what this project set
     */
    public record Entry(
            String version,
            String jurisdiction,
            LocalDate validFrom,
            String code,
            String chinese,
            String english,
            Set<Cause> causes,
            String source) {

        public Entry {
            causes = Set.copyOf(causes);
        }
    }

    /** All pathways of a village on a day, one version; empty when none is known there. */
    public List<Entry> pathways(long village, LocalDate day) {
        return holding(pathways, village, day);
    }

    /** All actions of a village on a day, one version. */
    public List<Entry> actions(long village, LocalDate day) {
        return holding(actions, village, day);
    }

    private static List<Entry> holding(List<Entry> all, long village, LocalDate day) {
        var code = Long.toString(village);
        var version = all.stream()
                .filter(entry -> code.startsWith(entry.jurisdiction())
                        && !entry.validFrom().isAfter(day))
                .max(Comparator.comparing((Entry entry) -> entry.jurisdiction().length())
                        .thenComparing(Entry::validFrom))
                .map(Entry::version);
        return all.stream()
                .filter(entry -> version.filter(entry.version()::equals).isPresent())
                .toList();
    }

    private static List<Entry> read(String name) {
        var file = "/help/" + name + ".csv";
        var bytes = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().map(Catalogue::entry).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Entry entry(NamedCsvRecord row) {
        var causes = row.getField("causes");
        return new Entry(
                row.getField("version"),
                row.getField("jurisdiction"),
                LocalDate.parse(row.getField("valid_from")),
                row.getField("code"),
                row.getField("chinese"),
                row.getField("english"),
                causes.isEmpty()
                        ? Set.of()
                        : Arrays.stream(causes.split(" ")).map(Cause::valueOf).collect(Collectors.toSet()),
                row.getField("source"));
    }
}
