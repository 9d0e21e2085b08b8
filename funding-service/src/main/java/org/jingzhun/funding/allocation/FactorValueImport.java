package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;

/**
 * Import of the values of factor tables, one row a table and division. A later import corrects; plans that were computed
 * keep what they have frozen.
 */
@ApplicationScoped
public class FactorValueImport implements ImportKind {

    private static final String STAGING = "staged_factor_value";
    private static final Field<UUID> TABLE = Field.uuid("table").stagedAs("table_id");
    private static final Field<Long> DIVISION = Field.division("division");
    private static final Field<String> VALUE =
            Field.text("value", Pattern.compile("0|[1-9]\\d{0,11}"), "1250").notStaged();

    private static final Upsert MERGE = Upsert.into("factor_value")
            .key("table_id", "division")
            .columns("value")
            .from(STAGING)
            .build();

    private final Audit audit;

    FactorValueImport(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String kind() {
        return "factor-values";
    }

    @Override
    public Set<String> roles() {
        return Set.of("finance-officer");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(TABLE, DIVISION, VALUE)
                .computed("value", CellType.BIGINT, row -> Long.valueOf(row.get(VALUE)))
                .within(DIVISION)
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.that(
                        TABLE.pointer(),
                        "unknown-factor-table",
                        "not exists (select 1 from factor_table t where t.id = s.table_id)"),
                Check.unrepeated(DIVISION.pointer(), STAGING, "table_id", "division"));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("factor-values-imported", "import", all.importId())
                .with("values", summary.inserted() + summary.updated()));
    }
}
