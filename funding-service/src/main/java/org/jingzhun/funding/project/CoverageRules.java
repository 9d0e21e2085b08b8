package org.jingzhun.funding.project;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/** How many poor households the menus of industries must reach: {@code data/project-rules.csv} and what was loaded since. */
@ApplicationScoped
public class CoverageRules implements DataTable<CoverageRules.Requirement> {

    private static final String COVERAGE = "INDUSTRY_COVERAGE";
    private static final int BASIS_POINTS = 4;
    private static final int WHOLE = 10_000;
    private static final List<String> COLUMNS = List.of("rule", "version", "validFrom", "validTo", "ratio", "source");

    private final DataTables tables;

    CoverageRules(DataTables tables) {
        this.tables = tables;
    }

    /**
     * What must be reached.
     *
     * @param basisPoints of the poor households, at least
     */
    public record Requirement(
            String version, LocalDate validFrom, @Nullable LocalDate validTo, int basisPoints, String source)
            implements Dated {

        public Requirement {
            if (basisPoints < 0 || basisPoints > WHOLE) {
                throw new IllegalArgumentException("Ratio (" + basisPoints + " basis points) must be 0 to 1");
            }
        }
    }

    /** The requirement of a year; empty if there was none. */
    public Optional<Requirement> find(int year) {
        return Dated.youngestOn(tables.list(this), LocalDate.of(year, 12, 31));
    }

    @Override
    public String table() {
        return "project-rules";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(Requirement row) {
        return row.version();
    }

    @Override
    public Requirement read(NamedCsvRecord row) {
        if (!row.getField("rule").equals(COVERAGE)) {
            throw new IllegalArgumentException("Rule (" + row.getField("rule") + ") must be " + COVERAGE);
        }
        return new Requirement(
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                new BigDecimal(row.getField("ratio"))
                        .movePointRight(BASIS_POINTS)
                        .intValueExact(),
                row.getField("source"));
    }
}
