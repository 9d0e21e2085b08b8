package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.asset.share.Holder;
import org.jingzhun.funding.asset.share.Quantification.Share;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All assignments of shares with their lines, as far as the caller's area reaches. */
@ApplicationScoped
public class ShareAssignments {

    private static final String INSERT = """
            insert into share_assignment (id, asset_id, division, kind, mode, effective_on, collective, amount_fen,
              remainder_fen, unit_fen, minimum_fen, waiting, document_number, stage, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;
    private static final String MOVE = """
            update share_assignment set stage = ?, amount_fen = ?, remainder_fen = ?, waiting = ?, version = version + 1
            where id = ?
            """;
    private static final String LIST = """
            select * from share_assignment where asset_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;
    private static final String ADD_LINES = """
            insert into share_assignment_line (assignment_id, village_code, household_id, amount_fen)
            select ?, v, h, a from unnest(?::bigint[], ?::uuid[], ?::bigint[]) l (v, h, a)
            on conflict (assignment_id, village_code, household_id)
              do update set amount_fen = share_assignment_line.amount_fen + excluded.amount_fen
            """;
    private static final String LINES = """
            select village_code, household_id, amount_fen from share_assignment_line where assignment_id = ?
            order by village_code, household_id nulls first limit ?
            """;
    private static final String INELIGIBLE = """
            select coalesce(l.household_id::text, l.village_code::text) as holder from share_assignment_line l
            left join observed_household h on h.id = l.household_id and h.village_code = l.village_code
            where l.assignment_id = ?
              and (l.village_code / 1000000 * 1000000 <> ?
                   or (l.household_id is not null and (h.id is null or h.status not in ('POOR', 'RETURNED'))))
            order by 1 limit 20
            """;

    private final Database database;

    ShareAssignments(Database database) {
        this.database = database;
    }

    /** @throws AssetRefusal.Unknown if there is none within the caller's area */
    public ShareAssignment get(UUID id) {
        return one("", id);
    }

    ShareAssignment lock(UUID id) {
        return one(" for update", id);
    }

    private ShareAssignment one(String how, UUID id) {
        return database.find("select * from share_assignment where id = ?" + how, ShareAssignments::read, id)
                .orElseThrow(() -> new AssetRefusal.Unknown("Share assignment " + id));
    }

    /** In the order of their ids. */
    public List<ShareAssignment> list(UUID asset, @Nullable UUID after, int limit) {
        return database.list(LIST, ShareAssignments::read, asset, after, after, limit);
    }

    void insert(ShareAssignment a) {
        database.execute(
                INSERT,
                a.id(),
                a.assetId(),
                a.division(),
                a.kind().name(),
                a.mode().name(),
                a.effectiveOn(),
                a.collective(),
                a.amount().fen(),
                a.remainder().fen(),
                a.unit().fen(),
                a.minimum().fen(),
                a.waiting(),
                a.documentNumber(),
                a.stage().name());
    }

    void move(UUID id, AssignmentStage to, Money amount, Money remainder, int waiting) {
        database.execute(MOVE, to.name(), amount.fen(), remainder.fen(), waiting, id);
    }

    /** Adds lines; more for a holder who has one is added to it. */
    void addLines(UUID assignment, List<Share> shares) {
        database.execute(
                ADD_LINES,
                assignment,
                shares.stream().map(s -> s.holder().village()).toArray(Long[]::new),
                shares.stream().map(s -> text(s.holder().householdId())).toArray(),
                shares.stream().map(s -> s.amount().fen()).toArray(Long[]::new));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** In the order of the holders. */
    public List<Share> listLines(UUID assignment, int limit) {
        return database.list(
                LINES,
                row -> new Share(
                        new Holder(row.getLong("village_code"), row.getObject("household_id", UUID.class)),
                        Money.ofFen(row.getLong("amount_fen"))),
                assignment,
                limit);
    }

    Money sumLines(UUID assignment) {
        return database.list(
                        "select coalesce(sum(amount_fen), 0) from share_assignment_line where assignment_id = ?",
                        row -> Money.ofFen(row.getLong(1)),
                        assignment)
                .getFirst();
    }

    /** Up to twenty holders of lines who may not hold shares of the county's assets today. */
    List<String> listIneligible(UUID assignment, long county) {
        return database.list(INELIGIBLE, row -> row.getString("holder"), assignment, county);
    }

    private static ShareAssignment read(ResultSet row) throws SQLException {
        return new ShareAssignment(
                row.getObject("id", UUID.class),
                row.getObject("asset_id", UUID.class),
                row.getLong("division"),
                ShareAssignment.Kind.valueOf(row.getString("kind")),
                ShareAssignment.Mode.valueOf(row.getString("mode")),
                row.getObject("effective_on", LocalDate.class),
                row.getLong("collective"),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("remainder_fen")),
                Money.ofFen(row.getLong("unit_fen")),
                Money.ofFen(row.getLong("minimum_fen")),
                row.getInt("waiting"),
                row.getString("document_number"),
                AssignmentStage.valueOf(row.getString("stage")),
                row.getLong("version"));
    }
}
