package org.jingzhun.funding.alert;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;

/** The rules of {@code data/alert-rules.csv} and those loaded since. */
@ApplicationScoped
public class AlertRules implements DataTable<AlertRule> {

    private static final List<String> COLUMNS = List.of(
            "kind", "version", "validFrom", "threshold", "days", "codes", "ownerRole", "deadlineDays", "source");

    private final DataTables tables;

    AlertRules(DataTables tables) {
        this.tables = tables;
    }

    /** The youngest of a kind that holds on a day; a kind without one is not looked for. */
    Optional<AlertRule> find(AlertKind kind, LocalDate day) {
        return tables.list(this).stream()
                .filter(rule -> rule.kind() == kind && !rule.validFrom().isAfter(day))
                .max(Comparator.comparing(AlertRule::validFrom).thenComparing(AlertRule::version));
    }

    @Override
    public String table() {
        return "alert-rules";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(AlertRule row) {
        return row.kind() + " " + row.version();
    }

    @Override
    public AlertRule read(NamedCsvRecord row) {
        var codes = row.getField("codes");
        return new AlertRule(
                AlertKind.valueOf(row.getField("kind")),
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                new BigDecimal(row.getField("threshold")),
                Integer.parseInt(row.getField("days")),
                codes.isEmpty() ? List.of() : List.of(codes.split(" ")),
                row.getField("ownerRole"),
                Integer.parseInt(row.getField("deadlineDays")),
                row.getField("source"));
    }
}
