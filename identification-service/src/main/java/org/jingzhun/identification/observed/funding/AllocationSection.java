package org.jingzhun.identification.observed.funding;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** What the village of a household was given, as funding tells. */
@ApplicationScoped
class AllocationSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("village-funds", 1100, "所在村获得的资金", "Money of the village");
    private static final Table<AllocationRow> ALLOCATIONS =
            Table.ofRows("allocations", "资金分配", "Allocations", AllocationRow.class);

    private static final String OF_HOUSEHOLDS = """
            select h.id as household_id, a.plan_id, a.year, a.source_name, a.source_level, a.amount_fen, a.approved_on,
                   a.document_number
            from household h join observed_allocation a on a.village_code = h.village_code and a.amount_fen > 0
            where h.id = any(?) order by h.id, a.year, a.approved_on, a.plan_id""";

    /** Money of the village. */
    record AllocationRow(
            UUID planId,
            @Label("年度") int year,
            @Label("资金") String source,
            String level,
            @Label("金额（元）") @Nullable String amount,
            @Label("批准日期") LocalDate approvedOn,
            @Label("文号") String documentNumber) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(
                ALLOCATIONS,
                OF_HOUSEHOLDS,
                row -> new AllocationRow(
                        row.getObject("plan_id", UUID.class),
                        row.getInt("year"),
                        row.getString("source_name"),
                        row.getString("source_level"),
                        Values.yuan(row, "amount_fen"),
                        requireNonNull(Values.day(row, "approved_on")),
                        row.getString("document_number")));
    }
}
