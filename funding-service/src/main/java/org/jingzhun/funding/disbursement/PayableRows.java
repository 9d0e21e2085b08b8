package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All that is due, within the caller's area. */
@ApplicationScoped
public class PayableRows {

    private static final String COLLECT = """
            update payable set disbursement_id = ?
            where county = ? and benefit = ? and year = ? and disbursement_id is null and stands
              and (?::uuid is null or source_id = ?::uuid)
            """;
    private static final String TOTALS = """
            select count(*) filter (where refusal is null) as payments,
                   coalesce(sum(amount_fen) filter (where refusal is null), 0) as fen,
                   count(*) filter (where refusal is not null) as refused,
                   coalesce(sum(amount_fen) filter (where refusal is not null), 0) as refused_fen
            from payable where disbursement_id = ?
            """;
    private static final String LIST = """
            select * from payable
            where village_code between ? and ? and (?::uuid is null or disbursement_id = ?::uuid)
              and (?::uuid is null or household_id = ?::uuid) and (?::boolean is null or (refusal is not null) = ?::boolean)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    private final Database database;

    PayableRows(Database database) {
        this.database = database;
    }

    /**
     * Something due, as it stands.
     *
     * @param benefit a code of the rules of benefits, or PROJECT
     * @param refusal why it fell out of its disbursement, null if it did not
     * @param refusedItem the item of the negative list
     */
    public record Due(
            UUID id,
            PayableKind kind,
            String benefit,
            long village,
            @Nullable UUID householdId,
            @Nullable UUID personId,
            @Nullable String payee,
            int year,
            UUID sourceId,
            Money amount,
            String basis,
            LocalDate from,
            LocalDate to,
            @Nullable UUID disbursementId,
            @Nullable Refusal refusal,
            @Nullable String refusedItem) {}

    /** Which are meant; null means any. */
    public record Filter(
            @Nullable UUID disbursement,
            @Nullable UUID household,
            @Nullable Boolean refused) {}

    /** What is in a disbursement, and what has fallen out of it. */
    record Totals(long payments, Money amount, long refused, Money refusedAmount) {}

    /** Puts all that is due of a benefit and year into a disbursement. */
    int collect(Disbursement into, @Nullable UUID source) {
        return database.execute(COLLECT, into.id(), into.county(), into.benefit(), into.year(), source, source);
    }

    void putInto(UUID disbursement, UUID payable) {
        database.execute("update payable set disbursement_id = ? where id = ?", disbursement, payable);
    }

    Totals totals(UUID disbursement) {
        return database.find(
                        TOTALS,
                        row -> new Totals(
                                row.getLong("payments"),
                                Money.ofFen(row.getLong("fen")),
                                row.getLong("refused"),
                                Money.ofFen(row.getLong("refused_fen"))),
                        disbursement)
                .orElseThrow();
    }

    /** What is left in a disbursement is due again; the order of a project is void. */
    void release(UUID disbursement) {
        database.execute(
                "update payable set stands = false where disbursement_id = ? and kind = 'PROJECT'", disbursement);
        database.execute(
                "update payable set disbursement_id = null where disbursement_id = ? and refusal is null and stands",
                disbursement);
    }

    /** What a project was paid, or is about to be, by source and year of the money. */
    Map<AccountKey, Money> sumsOfProject(UUID project) {
        var sums = new HashMap<AccountKey, Money>();
        database.list(
                        """
                        select county, account_division, source_id, year, sum(amount_fen) as fen from payable
                        where subject = ? and kind = 'PROJECT' and stands
                        group by county, account_division, source_id, year""",
                        row -> Map.entry(
                                AccountKey.project(
                                        row.getLong("county"),
                                        row.getLong("account_division"),
                                        row.getObject("source_id", UUID.class),
                                        row.getInt("year"),
                                        project),
                                Money.ofFen(row.getLong("fen"))),
                        project)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    /** In the order of their ids. */
    public List<Due> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        return database.list(
                LIST,
                PayableRows::read,
                area.from(),
                area.to(),
                filter.disbursement(),
                filter.disbursement(),
                filter.household(),
                filter.household(),
                filter.refused(),
                filter.refused(),
                after,
                after,
                limit);
    }

    private static Due read(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        return new Due(
                row.getObject("id", UUID.class),
                PayableKind.valueOf(row.getString("kind")),
                row.getString("benefit"),
                row.getLong("village_code"),
                row.getObject("household_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("payee"),
                row.getInt("year"),
                row.getObject("source_id", UUID.class),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("basis"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("disbursement_id", UUID.class),
                refusal == null ? null : Refusal.valueOf(refusal),
                row.getString("refused_item"));
    }
}
