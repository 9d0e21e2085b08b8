package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.FreshLines;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.identity.Masking;
import org.jspecify.annotations.Nullable;

/** Import of households; their members come in an import of their own. */
@ApplicationScoped
public class HouseholdImport implements ImportKind {

    static final Set<String> ROLES = Set.of(Role.SURVEYOR, Role.COUNTY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);

    private static final String STAGING = "staged_household";
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<Long> VILLAGE_CODE = Field.division("villageCode");
    private static final Field<String> HAMLET = Field.text("hamlet", HouseholdFacts.LONGEST_NAME);
    private static final Field<String> ADDRESS = Field.text("address", HouseholdFacts.LONGEST_ADDRESS);
    private static final Field<String> HOUSEHOLDER = Field.text("householder", HouseholdFacts.LONGEST_NAME);
    private static final Field<String> PHONE =
            Field.text("phone", HouseholdFacts.LONGEST_PHONE).optional().notStaged();

    private static final Upsert MERGE = Upsert.into("household")
            .key("id")
            .columns("village_code", "hamlet", "address", "householder", "phone")
            .from(STAGING, "join division d on d.code = s.village_code and d.level = 'VILLAGE'")
            .onUpdate("revision = household.revision + 1")
            .build();

    private final Sealing sealing;
    private final Recounting recounting;

    HouseholdImport(Sealing sealing, Recounting recounting) {
        this.sealing = sealing;
        this.recounting = recounting;
    }

    @Override
    public String kind() {
        return "households";
    }

    @Override
    public Set<String> roles() {
        return ROLES;
    }

    @Override
    @SuppressWarnings("NullAway") // the sealed phone is absent when the phone is, which computed() permits
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(ID, VILLAGE_CODE, HAMLET, ADDRESS, HOUSEHOLDER, PHONE)
                .computed("phone", CellType.BYTES, row -> sealedPhone(row))
                .check((row, verdict) -> {
                    if (Masking.isMasked(row.find(PHONE))) {
                        verdict.reject(PHONE.pointer(), "masked-number");
                    }
                })
                .within(VILLAGE_CODE)
                .build();
    }

    private byte @Nullable [] sealedPhone(Row row) {
        String phone = row.find(PHONE);
        return phone == null ? null : sealing.seal(row.get(ID), phone);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                new Check(
                        "/villageCode",
                        "unknown-village",
                        "not exists (select from division d where d.code = s.village_code and d.level = 'VILLAGE')",
                        List.of("s.village_code::text")));
    }

    /** The key of the table finds ids that are taken or repeated, the join villages that are unknown. */
    @Override
    public Optional<FreshLines> fresh() {
        return Optional.of(new FreshLines() {

            @Override
            public List<Check> checks() {
                return List.of();
            }

            @Override
            public long insert(Connection connection, Lines lines) throws SQLException {
                return MERGE.insert(connection, lines);
            }

            @Override
            public void afterInsert(Connection connection, Lines lines) {
                // New households have no members yet.
            }
        });
    }

    @Override
    public List<String> fills() {
        return List.of("household");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) {
        recounting.recount();
    }
}
