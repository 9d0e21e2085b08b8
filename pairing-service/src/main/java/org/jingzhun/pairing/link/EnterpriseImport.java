package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.pairing.access.Role;

/** Import of enterprises. */
@ApplicationScoped
public class EnterpriseImport implements ImportKind {

    private static final String STAGING = "staged_enterprise";
    private static final int NAME_LENGTH = 100;
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<String> NAME = Field.text("name", NAME_LENGTH);
    private static final Field<String> CREDIT_CODE =
            Field.text("creditCode", Pattern.compile(Enterprise.CREDIT_CODE), "91450000MA5K000001");
    private static final Field<String> TRADE = Field.text("trade", NAME_LENGTH).optional();
    private static final Field<Long> DIVISION = Field.division("division");

    private static final Upsert MERGE = Upsert.into("enterprise")
            .key("id")
            .columns("name", "credit_code", "division")
            .column("trade", "coalesce(s.trade, '')")
            .from(STAGING)
            .onUpdate("revision = enterprise.revision + 1")
            .build();

    @Override
    public String kind() {
        return "enterprises";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(ID, NAME, CREDIT_CODE, TRADE, DIVISION)
                .within(DIVISION)
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                Check.unrepeated("/creditCode", STAGING, "credit_code"),
                Check.that(
                        "/creditCode",
                        "credit-code-taken",
                        "exists (select from enterprise e where e.credit_code = s.credit_code and e.id <> s.id)"));
    }

    @Override
    public List<String> fills() {
        return List.of("enterprise");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }
}
