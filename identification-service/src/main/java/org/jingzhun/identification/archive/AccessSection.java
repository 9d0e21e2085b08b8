package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;

/** Who looked at the household or changed it until the day before, by role and action. */
@ApplicationScoped
class AccessSection implements ArchiveSection {

    private static final Heading HEADING = new Heading("accesses", 2000, "查阅记录摘要", "Digest of the access log", false);
    private static final Table<AccessRow> ACCESSES = Table.ofRows("accesses", "查阅与变更", "Accesses", AccessRow.class);

    private static final String DIGEST = """
            select a.object_id::uuid as household_id, a.action, a.roles, count(*) as times,
                   count(distinct a.subject) as people, min(a.at) as first_at, max(a.at) as last_at
            from audit a
            where a.object_type = 'household' and a.object_id = any(?::uuid[]::text[]) and a.at < '{until}'
            group by a.object_id, a.action, a.roles
            order by a.object_id, a.action, a.roles""";

    /** How often people of some roles did something. */
    record AccessRow(
            @Label("操作") String action,
            @Label("角色") List<String> roles,
            @Label("次数") long times,
            @Label("人数") long people,
            @Label("首次") LocalDate first,
            @Label("末次") LocalDate last) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(
                ACCESSES,
                DIGEST.replace("{until}", reading.until().toString()),
                row -> new AccessRow(
                        row.getString("action"),
                        Values.texts(row, "roles"),
                        row.getLong("times"),
                        row.getLong("people"),
                        day(row.getObject("first_at", OffsetDateTime.class)),
                        day(row.getObject("last_at", OffsetDateTime.class))));
    }

    private static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(Clocks.SHANGHAI).toLocalDate();
    }
}
