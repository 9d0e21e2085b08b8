package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Lets everybody know how an asset is turned into shares (折股量化公告) and what income is divided (收益分配公告), before and
 * after, by village: how many households, how much for them and for the collective, never which household.
 */
@ApplicationScoped
class AssetAnnouncing {

    private static final String SHARES = """
            select village_code, household_id is null as collective, count(*) as holders, sum(amount_fen) as fen
            from share_assignment_line where assignment_id = ?
            group by village_code, household_id is null order by village_code, household_id is null
            """;
    private static final String PLANNED = """
            select village_code, household_id is null as collective, count(*) as holders, sum(floor_fen + dividend_fen) as fen
            from dividend_line where dividend_id = ?
            group by village_code, household_id is null order by village_code, household_id is null
            """;

    /** What was released went to the collective of the village. */
    private static final String PAID = """
            select village_code, household_id is null or released_on is not null as collective,
                   count(*) as holders, sum(floor_fen + dividend_fen) as fen
            from dividend_line where dividend_id = ? and (paid_on is not null or released_on is not null)
            group by village_code, household_id is null or released_on is not null
            order by village_code, household_id is null or released_on is not null
            """;

    private final Disclosing disclosing;
    private final Assets assets;
    private final Database database;

    AssetAnnouncing(Disclosing disclosing, Assets assets, Database database) {
        this.disclosing = disclosing;
        this.assets = assets;
        this.database = database;
    }

    /** A step of an assignment was taken: the review closes its lines, the approval makes them hold. */
    void taken(ShareAssignment assignment, AssignmentStep step) {
        switch (step) {
            case PLAN -> {}
            case REVIEW -> announce(assignment, DisclosurePhase.PLAN, "");
            case APPROVE -> announce(assignment, DisclosurePhase.RESULT, "");
            case DROP -> {
                if (disclosing.hasAnnounced(DisclosureKind.ASSET, assignment.id())) {
                    announce(assignment, DisclosurePhase.RESULT, "方案取消");
                }
            }
        }
    }

    private void announce(ShareAssignment assignment, DisclosurePhase phase, String remark) {
        var asset = assets.get(assignment.assetId());
        var what =
                switch (assignment.kind()) {
                    case INITIAL -> "折股量化";
                    case RETURN -> "股权收回";
                    case REASSIGNMENT -> "股权调整";
                };
        announce(
                asset,
                assignment.id(),
                phase,
                assignment.effectiveOn().getYear(),
                asset.data().name() + what,
                assignment.documentNumber(),
                remark,
                list(SHARES, assignment.id()));
    }

    /** A step of a distribution was taken. */
    void taken(DividendPlan plan, DividendStep step) {
        switch (step) {
            case PLAN, REVIEW, APPROVE, PAY -> {}
            case NOTICE -> announce(plan, DisclosurePhase.PLAN, "", PLANNED);
            case SETTLE, RELEASE -> announce(plan, DisclosurePhase.RESULT, "", PAID);
            case CANCEL -> {
                if (disclosing.hasAnnounced(DisclosureKind.ASSET, plan.id())) {
                    announce(plan, DisclosurePhase.RESULT, "分配取消", PAID);
                }
            }
        }
    }

    private void announce(DividendPlan plan, DisclosurePhase phase, String remark, String lines) {
        var asset = assets.get(plan.assetId());
        announce(
                asset,
                plan.id(),
                phase,
                plan.year(),
                asset.data().name() + plan.year() + "年收益分配",
                plan.documentNumber(),
                remark,
                list(lines, plan.id()));
    }

    private void announce(
            Asset asset,
            UUID subject,
            DisclosurePhase phase,
            int year,
            String title,
            String document,
            String remark,
            List<DisclosedRow> rows) {
        disclosing.announce(new Announcement(
                DisclosureKind.ASSET,
                phase,
                subject,
                asset.data().county(),
                asset.data().division(),
                year,
                title,
                document,
                Announcement.sum(rows),
                remark,
                rows));
    }

    private List<DisclosedRow> list(String sql, UUID id) {
        return database.list(sql, AssetAnnouncing::row, id);
    }

    private static DisclosedRow row(ResultSet row) throws SQLException {
        boolean collective = row.getBoolean("collective");
        return new DisclosedRow(
                row.getLong("village_code"),
                collective ? "村集体" : "农户",
                null,
                collective ? null : row.getLong("holders"),
                Money.ofFen(row.getLong("fen")));
    }
}
