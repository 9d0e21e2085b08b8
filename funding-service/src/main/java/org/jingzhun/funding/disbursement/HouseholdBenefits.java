package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What a household received, or is about to (户享受补助情况). */
@ApplicationScoped
public class HouseholdBenefits {

    private static final int MOST = 1_000;
    private static final String LIST = """
            select p.*, t.id as payment_id, t.stage, t.settled_on, (select name from source where id = p.source_id) as source_name
            from payable p
            left join lateral (select * from payment t where t.payable_id = p.id order by t.id desc limit 1) t on true
            where p.household_id = ? and (?::integer is null or p.year = ?::integer) order by p.year, p.benefit, p.id limit ?
            """;
    private static final String VILLAGE = """
            select village_code from (
              select 1 as nth, village_code from observed_household where id = ?
              union all select 2, village_code from observed_monitoring where household_id = ?
              union all select 3, village_code from payable where household_id = ?) known
            order by nth limit 1
            """;
    private static final String SUMS = """
            select p.benefit, p.year, count(*) as counted, sum(t.amount_fen) as fen
            from payable p join payment t on t.payable_id = p.id and t.stage = 'PAID'
            where p.household_id = ? and (?::integer is null or p.year = ?::integer)
            group by p.benefit, p.year order by p.year, p.benefit
            """;

    private final Database database;

    HouseholdBenefits(Database database) {
        this.database = database;
    }

    /** How it stands with something due. */
    public enum State {

        /** In no disbursement yet, or in one that is not paid. */
        DUE,

        /** Somebody or something may not be paid. */
        REFUSED,

        /** With the bank. */
        ON_ITS_WAY,

        /** The bank could not. */
        FAILED,

        /** It arrived. */
        PAID,

        /** The money went back. */
        RETURNED
    }

    /**
     * One benefit.
     *
     * @param refusal why it is not paid
     * @param paidOn when it arrived
     */
    public record Received(
            UUID payableId,
            PayableKind kind,
            String benefit,
            int year,
            @Nullable UUID personId,
            LocalDate from,
            LocalDate to,
            Money amount,
            State state,
            @Nullable Refusal refusal,
            @Nullable LocalDate paidOn,
            String sourceName,
            @Nullable UUID paymentId) {}

    /** What arrived of a benefit in a year. */
    public record Sum(String benefit, int year, long payments, Money amount) {}

    /** By year and benefit, the first thousand; null for all years. */
    public List<Received> list(UUID household, @Nullable Integer year) {
        return database.list(LIST, HouseholdBenefits::read, household, year, year, MOST);
    }

    /** What arrived, by year and benefit; null for all years. */
    public List<Sum> sums(UUID household, @Nullable Integer year) {
        return database.list(
                SUMS,
                row -> new Sum(
                        row.getString("benefit"),
                        row.getInt("year"),
                        row.getLong("counted"),
                        Money.ofFen(row.getLong("fen"))),
                household,
                year,
                year);
    }

    /** Where the household lives; empty when funding has never heard of it. */
    public Optional<Long> findVillage(UUID household) {
        return database.find(VILLAGE, row -> row.getLong("village_code"), household, household, household);
    }

    private static Received read(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        String stage = row.getString("stage");
        State state = refusal != null
                ? State.REFUSED
                : stage == null
                        ? State.DUE
                        : switch (PaymentStage.valueOf(stage)) {
                            case SENT, TO_RETRY, RETRIED -> State.ON_ITS_WAY;
                            case FAILED, CORRECTED -> State.FAILED;
                            case PAID -> State.PAID;
                            case RETURNED -> State.RETURNED;
                        };
        return new Received(
                row.getObject("id", UUID.class),
                PayableKind.valueOf(row.getString("kind")),
                row.getString("benefit"),
                row.getInt("year"),
                row.getObject("person_id", UUID.class),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                Money.ofFen(row.getLong("amount_fen")),
                state,
                refusal == null ? null : Refusal.valueOf(refusal),
                state == State.PAID ? row.getObject("settled_on", LocalDate.class) : null,
                row.getString("source_name"),
                row.getObject("payment_id", UUID.class));
    }
}
