package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.claim.BankClaim;
import org.jingzhun.funding.claim.BankClaims;
import org.jingzhun.funding.claim.ClaimKind;
import org.jingzhun.funding.claim.ClaimStage;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All subsidy claims with their lines, within the caller's area. */
@ApplicationScoped
public class SubsidyClaims {

    private static final String DETAILS = """
            select s.product, s.year, s.quarter, (select count(*) from subsidy_line l where l.claim_id = s.id) as lines
            from subsidy_claim s where s.id = ?
            """;
    private static final String INSERT =
            "insert into subsidy_claim (id, county, bank, product, year, quarter) values (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_LINE = """
            insert into subsidy_line (claim_id, loan_id, village, accrued_fen, before_fen, amount_fen)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String STANDS = """
            select 1 from subsidy_claim
            where county = ? and bank = ? and product = ? and year = ? and quarter = ? and standing
            """;

    private final BankClaims claims;
    private final Database database;

    SubsidyClaims(BankClaims claims, Database database) {
        this.claims = claims;
        this.database = database;
    }

    /** @throws org.jingzhun.funding.claim.ClaimRefusal.UnknownClaim if there is none */
    public SubsidyClaim get(UUID id) {
        return withDetails(claims.get(id, ClaimKind.SUBSIDY));
    }

    SubsidyClaim lock(UUID id) {
        return withDetails(claims.lock(id, ClaimKind.SUBSIDY));
    }

    /** In the order of their ids. */
    public List<SubsidyClaim> list(Area area, @Nullable ClaimStage stage, @Nullable UUID after, int limit) {
        return claims.list(ClaimKind.SUBSIDY, area, stage, after, limit).stream()
                .map(this::withDetails)
                .toList();
    }

    /** In the order of the loans' ids. */
    public List<SubsidyLine> listLines(UUID claim, @Nullable UUID after, int limit) {
        return database.list("""
                select * from subsidy_line where claim_id = ? and (?::uuid is null or loan_id > ?::uuid)
                order by loan_id limit ?
                """, SubsidyClaims::line, claim, after, after, limit);
    }

    boolean stands(long county, String bank, Product product, Quarter quarter) {
        return database.find(STANDS, row -> true, county, bank, product.name(), quarter.year(), quarter.quarter())
                .isPresent();
    }

    /** Claims of a county are computed one after the other, so that none is computed twice. */
    void lockCounty(long county) {
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, "subsidy:" + county);
    }

    void insert(BankClaim claim, Product product, Quarter quarter, List<SubsidyLine> lines) {
        claims.persistAndFlush(claim);
        database.execute(
                INSERT, claim.id(), claim.county(), claim.bank(), product.name(), quarter.year(), quarter.quarter());
        database.executeAll(
                INSERT_LINE,
                lines.stream()
                        .map(line -> new @Nullable Object[] {
                            claim.id(),
                            line.loanId(),
                            line.village(),
                            line.accrued().fen(),
                            line.before().fen(),
                            line.amount().fen()
                        })
                        .toList());
    }

    /** The claim was rejected: its quarter may be claimed again, its lines count no more. */
    void drop(UUID claim) {
        database.execute("update subsidy_claim set standing = false where id = ?", claim);
    }

    /** Loans of a claim that were found to be misused. */
    record Misused(long loans, UUID first) {}

    Optional<Misused> findMisused(UUID claim) {
        return database.find(
                "select count(*) as loans, (min(l.id::text))::uuid as first from subsidy_line s join loan l on l.id = s.loan_id"
                        + " where s.claim_id = ? and l.use_finding in ('ENTERPRISE_USE', 'OTHER_MISUSE') having count(*) > 0",
                row -> new Misused(row.getLong("loans"), row.getObject("first", UUID.class)),
                claim);
    }

    private SubsidyClaim withDetails(BankClaim claim) {
        return database.find(
                        DETAILS,
                        row -> new SubsidyClaim(
                                claim,
                                Product.valueOf(row.getString("product")),
                                new Quarter(row.getInt("year"), row.getInt("quarter")),
                                row.getLong("lines")),
                        claim.id())
                .orElseThrow();
    }

    private static SubsidyLine line(ResultSet row) throws SQLException {
        return new SubsidyLine(
                row.getObject("loan_id", UUID.class),
                row.getLong("village"),
                Money.ofFen(row.getLong("accrued_fen")),
                Money.ofFen(row.getLong("before_fen")),
                Money.ofFen(row.getLong("amount_fen")));
    }
}
