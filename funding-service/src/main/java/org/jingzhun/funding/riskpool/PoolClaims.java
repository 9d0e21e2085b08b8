package org.jingzhun.funding.riskpool;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.claim.BankClaim;
import org.jingzhun.funding.claim.BankClaims;
import org.jingzhun.funding.claim.ClaimKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.Proportions.Weight;
import org.jspecify.annotations.Nullable;

/** All claims against pools with what was drawn and what came back, within the caller's area. */
@ApplicationScoped
public class PoolClaims {

    private static final String SELECT = """
            select c.*, coalesce((select sum(r.amount_fen) from pool_recovery r where r.claim_id = c.id), 0)::bigint as recovered
            from pool_claim c
            """;
    private static final String INSERT = """
            insert into pool_claim (id, county, pool_id, loan_id, reason, evidence, claimed_on, days_overdue, principal_fen,
              interest_fen, pool_fen, lender_fen)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BALANCES = """
            select source_id, year, balance_fen as fen from account
            where kind = 'RISK_POOL' and subject = ? and balance_fen > 0
            """;

    /** What has not come back of what was drawn. */
    private static final String OPEN_DRAWS = """
            select d.source_id, d.year, (d.amount_fen - coalesce(sum(r.amount_fen), 0))::bigint as fen
            from pool_draw d
            left join pool_return r on r.claim_id = d.claim_id and r.source_id = d.source_id and r.year = d.year
            where d.claim_id = ? group by d.source_id, d.year, d.amount_fen
            """;

    private static final String INSERT_RECOVERY = """
            insert into pool_recovery (id, claim_id, county, amount_fen, pool_fen, lender_fen, received_on, reference, entry_id,
              recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)
            """;

    private final BankClaims claims;
    private final Database database;

    PoolClaims(BankClaims claims, Database database) {
        this.claims = claims;
        this.database = database;
    }

    /** @throws org.jingzhun.funding.claim.ClaimRefusal.UnknownClaim if there is none */
    public PoolClaim get(UUID id) {
        return withDetails(claims.get(id, ClaimKind.COMPENSATION));
    }

    PoolClaim lock(UUID id) {
        return withDetails(claims.lock(id, ClaimKind.COMPENSATION));
    }

    /** In the order of their ids. */
    public List<PoolClaim> list(UUID pool, @Nullable UUID after, int limit) {
        return database
                .list(
                        "select id from pool_claim where pool_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?",
                        row -> row.getObject("id", UUID.class),
                        pool,
                        after,
                        after,
                        limit)
                .stream()
                .map(this::get)
                .toList();
    }

    boolean stands(UUID loan) {
        return database.find("select 1 from pool_claim where loan_id = ? and standing", row -> true, loan)
                .isPresent();
    }

    void insert(PoolClaim claim) {
        claims.persistAndFlush(claim.claim());
        database.execute(
                INSERT,
                claim.claim().id(),
                claim.claim().county(),
                claim.poolId(),
                claim.loanId(),
                claim.reason().name(),
                claim.evidence(),
                claim.claimedOn(),
                claim.daysOverdue(),
                claim.principal().fen(),
                claim.interest().fen(),
                claim.poolPart().fen(),
                claim.lenderPart().fen());
    }

    /** The claim was rejected: the loan may be claimed again. */
    void drop(UUID claim) {
        database.execute("update pool_claim set standing = false where id = ?", claim);
    }

    /** What the accounts of a pool hold. */
    List<Weight<PoolAccount>> listBalances(UUID pool) {
        return database.list(BALANCES, PoolClaims::weight, pool);
    }

    /** What a claim drew from each account and was not returned. */
    List<Weight<PoolAccount>> listOpenDraws(UUID claim) {
        return database.list(OPEN_DRAWS, PoolClaims::weight, claim);
    }

    void insertDraws(PoolClaim claim, Map<PoolAccount, Money> drawn) {
        database.executeAll(
                "insert into pool_draw (claim_id, county, source_id, year, amount_fen) values (?, ?, ?, ?, ?)",
                drawn.entrySet().stream()
                        .filter(draw -> draw.getValue().isPositive())
                        .map(draw -> new @Nullable Object[] {
                            claim.claim().id(),
                            claim.claim().county(),
                            draw.getKey().source(),
                            draw.getKey().year(),
                            draw.getValue().fen()
                        })
                        .toList());
    }

    boolean hasRecovery(UUID claim, String reference) {
        return database.find(
                        "select 1 from pool_recovery where claim_id = ? and reference = ?",
                        row -> true,
                        claim,
                        reference)
                .isPresent();
    }

    void insert(Recovery recovery, long county, Map<PoolAccount, Money> returned, String by, Instant at) {
        database.execute(
                INSERT_RECOVERY,
                recovery.id(),
                recovery.claimId(),
                county,
                recovery.amount().fen(),
                recovery.poolPart().fen(),
                recovery.lenderPart().fen(),
                recovery.receivedOn(),
                recovery.reference(),
                recovery.entryId(),
                by,
                at);
        database.executeAll(
                """
                insert into pool_return (recovery_id, claim_id, county, source_id, year, amount_fen)
                values (?, ?, ?, ?, ?, ?)
                """,
                returned.entrySet().stream()
                        .filter(part -> part.getValue().isPositive())
                        .map(part -> new @Nullable Object[] {
                            recovery.id(),
                            recovery.claimId(),
                            county,
                            part.getKey().source(),
                            part.getKey().year(),
                            part.getValue().fen()
                        })
                        .toList());
    }

    /**
     * How a loan under a pool stands on a day.
     *
     * @param mostInterest what the whole loan would have borne since its payout, less what was paid: no claim asks more
     */
    record Loss(
            String bank,
            Money outstanding,
            Money overdue,
            @Nullable LocalDate since,
            Money mostInterest) {}

    Optional<Loss> findLoss(UUID pool, UUID loan, LocalDate day) {
        return database.find(
                """
                select s.bank, s.outstanding_fen, s.overdue_fen, s.overdue_since,
                       greatest(0, ceil(l.amount_fen::numeric * l.rate_ppm * (?::date - l.disbursed_on) / 360000000)
                                   - l.paid_interest_fen)::bigint as most_interest
                from loan_standing(?) s join loan l on l.id = s.loan_id where s.loan_id = ? and s.pool_id = ?
                """,
                row -> new Loss(
                        row.getString("bank"),
                        Money.ofFen(row.getLong("outstanding_fen")),
                        Money.ofFen(row.getLong("overdue_fen")),
                        row.getObject("overdue_since", LocalDate.class),
                        Money.ofFen(row.getLong("most_interest"))),
                day,
                day,
                loan,
                pool);
    }

    private static Weight<PoolAccount> weight(ResultSet row) throws SQLException {
        return new Weight<>(
                new PoolAccount(row.getObject("source_id", UUID.class), row.getInt("year")),
                Money.ofFen(row.getLong("fen")));
    }

    private PoolClaim withDetails(BankClaim claim) {
        return database.find(SELECT + "where c.id = ?", row -> read(claim, row), claim.id())
                .orElseThrow();
    }

    private static PoolClaim read(BankClaim claim, ResultSet row) throws SQLException {
        return new PoolClaim(
                claim,
                row.getObject("pool_id", UUID.class),
                row.getObject("loan_id", UUID.class),
                PoolClaim.Reason.valueOf(row.getString("reason")),
                row.getString("evidence"),
                row.getObject("claimed_on", LocalDate.class),
                row.getInt("days_overdue"),
                Money.ofFen(row.getLong("principal_fen")),
                Money.ofFen(row.getLong("interest_fen")),
                Money.ofFen(row.getLong("pool_fen")),
                Money.ofFen(row.getLong("lender_fen")),
                Money.ofFen(row.getLong("recovered")));
    }
}
