package org.jingzhun.pairing.helpplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.data.DataTableGroup;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.pairing.cause.Cause;

/**
 * The pathways (七个一批) and actions (十大行动) by which measures are named. Jurisdictions have their own: Longlin has seven
 * batches where the region has eight; the longest jurisdiction that a village lies in counts.
 */
@ApplicationScoped
public class Catalogue {

    private static final CatalogueTable PATHWAYS = new CatalogueTable("pathways");
    private static final CatalogueTable ACTIONS = new CatalogueTable("actions");

    private final DataTables tables;

    Catalogue(DataTables tables) {
        this.tables = tables;
    }

    /** Its two tables, which take new versions at run time. */
    @ApplicationScoped
    static class Tables implements DataTableGroup {

        @Override
        public List<CatalogueTable> tables() {
            return List.of(PATHWAYS, ACTIONS);
        }
    }

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
        return holding(tables.listRecent(PATHWAYS), village, day);
    }

    /** All actions of a village on a day, one version. */
    public List<Entry> actions(long village, LocalDate day) {
        return holding(tables.listRecent(ACTIONS), village, day);
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
}
