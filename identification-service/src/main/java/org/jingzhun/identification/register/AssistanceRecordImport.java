package org.jingzhun.identification.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.IdHashes;
import org.jingzhun.identification.household.IdNumbers;
import org.jingzhun.identification.household.identity.ResidentId;

/**
 * Import of who lives on the minimum allowance or is supported as destitute: it decides the attribute with which a
 * household comes onto the register. Of the id number only its keyed hash is kept.
 */
@ApplicationScoped
public class AssistanceRecordImport implements ImportKind {

    private static final String STAGING = "staged_assistance_record";
    private static final Field<ResidentId> ID_NUMBER = IdNumbers.field("idNumber");
    private static final Field<Assistance> ASSISTANCE = Field.enumeration("assistance", Assistance.class);
    private static final Field<LocalDate> VALID_FROM = Field.date("validFrom");
    private static final Field<LocalDate> VALID_TO = Field.date("validTo").optional();

    private static final Upsert MERGE = Upsert.into("assistance_record")
            .key("id_hash", "assistance", "valid_from", "area_from", "area_to")
            .columns("valid_to")
            .from(STAGING)
            .build();

    private final IdHashes hashes;
    private final CurrentCaller caller;

    AssistanceRecordImport(IdHashes hashes, CurrentCaller caller) {
        this.hashes = hashes;
        this.caller = caller;
    }

    @Override
    public String kind() {
        return "assistance-records";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        var area = caller.get().area();
        return RowFormat.stagedIn(STAGING)
                .fields(ID_NUMBER, ASSISTANCE, VALID_FROM, VALID_TO)
                .computed("id_hash", CellType.BYTES, row -> hashes.hash(row.get(ID_NUMBER)))
                .computed("area_from", CellType.BIGINT, row -> area.from())
                .computed("area_to", CellType.BIGINT, row -> area.to())
                .check((row, verdict) -> {
                    LocalDate to = row.find(VALID_TO);
                    if (to != null && to.isBefore(row.get(VALID_FROM))) {
                        verdict.reject(VALID_TO.pointer(), "ends-before-it-begins");
                    }
                })
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.unrepeated("/idNumber", STAGING, "id_hash", "assistance", "valid_from"));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }
}
