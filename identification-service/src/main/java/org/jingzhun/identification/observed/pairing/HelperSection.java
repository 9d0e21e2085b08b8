package org.jingzhun.identification.observed.pairing;

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

/** Who helps a household, as pairing tells. */
@ApplicationScoped
class HelperSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("helper", 1000, "结对帮扶", "Helper");
    private static final Table<HelperRow> HELPERS = Table.ofRows("helpers", "帮扶人", "Helpers", HelperRow.class);

    private static final String OF_HOUSEHOLDS = """
            select household_id, pairing_id, helper_name, helper_unit, helper_post, since, until, state
            from observed_pairing where household_id = any(?)""";

    /** The helper of now, or the last one. */
    record HelperRow(
            UUID pairingId,
            @Label("帮扶人") String name,
            @Label("单位") String unit,
            @Label("职务") @Nullable String post,
            @Label("自") LocalDate since,
            @Label("至") @Nullable LocalDate until,
            String state) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(
                HELPERS,
                OF_HOUSEHOLDS,
                row -> new HelperRow(
                        row.getObject("pairing_id", UUID.class),
                        row.getString("helper_name"),
                        row.getString("helper_unit"),
                        row.getString("helper_post"),
                        requireNonNull(Values.day(row, "since")),
                        Values.day(row, "until"),
                        row.getString("state")));
    }
}
