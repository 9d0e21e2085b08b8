package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.asset.share.Dividends.Holding;
import org.jingzhun.funding.asset.share.Holder;
import org.jingzhun.funding.asset.share.Period;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Shares with all their history, as far as the caller's area reaches. */
@ApplicationScoped
public class AssetShares {

    private static final String LIST = """
            select * from asset_share where asset_id = ? and (?::uuid is null or household_id = ?::uuid)
              and (?::date is null or (since <= ?::date and (until is null or until > ?::date)))
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String WITHIN = """
            select * from asset_share where asset_id = ? and since <= ? and (until is null or until > ?)
            order by village_code, household_id nulls first, id
            """;

    /**
     * Why a household's shares go back, as far as the register tells: everybody died or left, it was wrongly included, or it
     * left poverty where the contract says so.
     */
    private static final String REASON = """
            case
              when h.persons = 0 and exists (select from observed_departure d
                where d.household_id = h.id and d.reason = 'DEATH')
                and not exists (select from observed_departure d where d.household_id = h.id and d.reason <> 'DEATH') then 'DIED'
              when h.persons = 0 then 'MOVED_AWAY'
              when h.status = 'REMOVED' then 'REMOVED'
              when a.leaves_on_exit and h.status = 'EXITED' then 'EXITED'
            end""";

    private static final String TO_RETURN = """
            insert into share_assignment_end (assignment_id, share_id, village_code, reason)
            select ?, s.id, s.village_code, coalesce(n.reason, %s)
            from asset_share s
            join asset a on a.id = s.asset_id
            left join observed_household h on h.id = s.household_id
            left join unnest(?::uuid[], ?::text[]) n (household_id, reason) on n.household_id = s.household_id
            where s.asset_id = ? and s.until is null and s.household_id is not null and coalesce(n.reason, %s) is not null
            """.formatted(REASON, REASON);

    /** What an assignment that is under way will end is not due any more. */
    private static final String DUE = """
            select s.id, s.asset_id, s.village_code, s.household_id, s.amount_fen, s.since, %s as reason
            from asset_share s join asset a on a.id = s.asset_id join observed_household h on h.id = s.household_id
            where s.village_code between ? and ? and s.until is null and %s is not null
              and not exists (select from share_assignment_end e join share_assignment g on g.id = e.assignment_id
                              where e.share_id = s.id and g.stage in ('PLANNED', 'REVIEWED'))
              and (?::uuid is null or s.id > ?::uuid)
            order by s.id limit ?
            """.formatted(REASON, REASON);

    private static final String COLLECTIVE_ENDS = """
            insert into share_assignment_end (assignment_id, share_id, village_code, reason)
            select ?, s.id, s.village_code, 'REASSIGNED' from asset_share s
            where s.asset_id = ? and s.until is null and s.household_id is null and s.village_code = ?
            """;
    private static final String ENDING = """
            select s.village_code, sum(s.amount_fen) as fen, max(s.since) as since from share_assignment_end e
            join asset_share s on s.id = e.share_id where e.assignment_id = ? group by s.village_code order by s.village_code
            """;
    private static final String END = """
            update asset_share s set until = ?, closed_by = ? from share_assignment_end e
            where e.assignment_id = ? and s.id = e.share_id and s.until is null
            """;
    private static final String OPEN = """
            insert into asset_share (id, asset_id, village_code, household_id, amount_fen, since, opened_by)
            select uuidv7(), ?, village_code, household_id, amount_fen, ?, assignment_id
            from share_assignment_line where assignment_id = ? order by village_code, household_id nulls first
            """;

    private final Database database;

    AssetShares(Database database) {
        this.database = database;
    }

    /**
     * In the order of their ids.
     *
     * @param on day on which they were held, null for the whole history
     */
    public List<AssetShare> list(
            UUID asset, @Nullable UUID household, @Nullable LocalDate on, @Nullable UUID after, int limit) {
        return database.list(LIST, AssetShares::read, asset, household, household, on, on, on, after, after, limit);
    }

    /** What was held on at least one day of a period. */
    List<Holding> listWithin(UUID asset, Period period) {
        return database.list(WITHIN, AssetShares::read, asset, period.to(), period.from()).stream()
                .map(AssetShare::holding)
                .toList();
    }

    List<Holder> listHolders(UUID asset) {
        return database.list(
                "select distinct village_code, household_id from asset_share where asset_id = ? and until is null",
                AssetShares::holder,
                asset);
    }

    /** A household whose shares go back for a reason that the register does not tell. */
    record Leaving(UUID householdId, String reason) {}

    /** Marks what an assignment will end. */
    int markReturns(UUID assignment, Asset asset, Collection<Leaving> named) {
        return database.execute(
                TO_RETURN,
                assignment,
                named.stream().map(l -> l.householdId().toString()).toArray(),
                named.stream().map(Leaving::reason).toArray(),
                asset.id());
    }

    /**
     * A share whose holder may not hold it any more.
     *
     * @param reason EXITED, REMOVED, DIED or MOVED_AWAY
     */
    public record DueReturn(
            UUID shareId, UUID assetId, long village, UUID householdId, Money amount, LocalDate since, String reason) {}

    /** Shares that are to be taken back by what identification told, in the order of their ids. */
    public List<DueReturn> listDueReturns(Area area, @Nullable UUID after, int limit) {
        return database.list(
                DUE,
                row -> new DueReturn(
                        row.getObject("id", UUID.class),
                        row.getObject("asset_id", UUID.class),
                        row.getLong("village_code"),
                        row.getObject("household_id", UUID.class),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getObject("since", LocalDate.class),
                        row.getString("reason")),
                area.from(),
                area.to(),
                after,
                after,
                limit);
    }

    int markCollective(UUID assignment, UUID asset, long village) {
        return database.execute(COLLECTIVE_ENDS, assignment, asset, village);
    }

    /**
     * What an assignment ends in a village.
     *
     * @param since the latest day on which a share of it began
     */
    record Ending(long village, Money amount, LocalDate since) {}

    List<Ending> listEnding(UUID assignment) {
        return database.list(
                ENDING,
                row -> new Ending(
                        row.getLong("village_code"),
                        Money.ofFen(row.getLong("fen")),
                        row.getObject("since", LocalDate.class)),
                assignment);
    }

    /**
     * Ends and begins what an assignment says.
     *
     * @return how many shares ended
     */
    int apply(ShareAssignment assignment) {
        int ended = database.execute(END, assignment.effectiveOn(), assignment.id(), assignment.id());
        database.execute(OPEN, assignment.assetId(), assignment.effectiveOn(), assignment.id());
        return ended;
    }

    int countMarked(UUID assignment) {
        return database.list(
                        "select count(*) from share_assignment_end where assignment_id = ?",
                        row -> row.getInt(1),
                        assignment)
                .getFirst();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(row.getLong("village_code"), row.getObject("household_id", UUID.class));
    }

    private static AssetShare read(ResultSet row) throws SQLException {
        return new AssetShare(
                row.getObject("id", UUID.class),
                new Holding(
                        holder(row),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)),
                row.getObject("opened_by", UUID.class),
                row.getObject("closed_by", UUID.class));
    }
}
