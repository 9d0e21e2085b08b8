package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;

/**
 * Import of the lines of a planned assignment of mode LISTED: who gets shares of how much. Without a household the
 * collective of the village gets them.
 */
@ApplicationScoped
class AssetShareImport implements ImportKind {

    private static final String STAGING = "staging_asset_share";
    private static final Field<UUID> ASSIGNMENT = Field.uuid("assignmentId");
    private static final Field<Long> VILLAGE = Field.division("villageCode");
    private static final Field<UUID> HOUSEHOLD = Field.uuid("householdId").optional();
    private static final Field<Long> AMOUNT = Field.money("amount");
    private static final RowFormat FORMAT = RowFormat.stagedIn(STAGING)
            .fields(ASSIGNMENT, VILLAGE, HOUSEHOLD, AMOUNT)
            .within(VILLAGE)
            .check((row, verdict) -> {
                if (row.get(AMOUNT) == 0) {
                    verdict.reject("/amount", "share-of-nothing");
                }
            })
            .build();
    private static final Upsert UPSERT = Upsert.into("share_assignment_line")
            .key("assignment_id", "village_code", "household_id")
            .column("amount_fen", "s.amount")
            .from(STAGING)
            .build();

    @Override
    public String kind() {
        return "asset-shares";
    }

    @Override
    public Set<String> roles() {
        return Set.of("finance-officer", "system");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return FORMAT;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/householdId", STAGING, "assignment_id", "village_code", "household_id"),
                Check.that(
                        "/assignmentId",
                        "assignment-not-open",
                        "not exists (select from share_assignment a where a.id = s.assignment_id and a.mode = 'LISTED'"
                                + " and a.kind <> 'RETURN' and a.stage = 'PLANNED')"),
                Check.that(
                        "/villageCode",
                        "village-of-another-county",
                        "exists (select from share_assignment a where a.id = s.assignment_id"
                                + " and a.division / 1000000 <> s.village_code / 1000000)"),
                Check.that(
                        "/householdId",
                        "household-not-poor",
                        "s.household_id is not null and not exists (select from observed_household h"
                                + " where h.id = s.household_id and h.village_code = s.village_code"
                                + " and h.status in ('POOR', 'RETURNED'))"),
                Check.that(
                        "/householdId",
                        "holds-shares-already",
                        "s.household_id is not null and exists (select from asset_share h join share_assignment a"
                                + " on a.asset_id = h.asset_id and a.id = s.assignment_id"
                                + " where h.household_id = s.household_id and h.until is null)"));
    }

    @Override
    public List<String> fills() {
        return List.of("share_assignment_line");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return UPSERT.run(connection, lines);
    }
}
