package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;

/**
 * Import of the bank's results (银行回盘). A result that nobody asked for, of another amount, or the second of a payment is
 * rejected and kept; all others move their payment, and some ten thousand of them are one entry of the ledger.
 */
@ApplicationScoped
public class ResultImport implements ImportKind {

    public static final String KIND = "payment-results";

    /** The parameter that names the batch. */
    public static final String BATCH = "batch";

    private static final int AT_ONCE = 25_000;
    private static final String STAGING = "staged_payment_result";
    private static final Field<UUID> PAYMENT = Field.uuid("paymentId");
    private static final Field<Long> AMOUNT = Field.money("amount").stagedAs("amount_fen");
    private static final Field<BankResult> RESULT = Field.enumeration("result", BankResult.class);
    private static final Field<String> REASON = Field.text("reason", 200).optional();
    private static final Field<LocalDate> ON = Field.date("on").stagedAs("on_day");

    private static final String JOIN = "join payment p on p.id = s.payment_id";
    private static final String MERGE = """
            with moved as (
              update payment t set stage = s.result, reason = s.reason, settled_on = s.on_day, revision = t.revision + 1,
                import_id = s.import_id, import_line = s.line
              from staged_payment_result s
              where %s and t.id = s.payment_id
              returning 1)
            select (select count(*) from moved), (select count(*) from staged_payment_result s where %s)
            """.formatted(Lines.CONDITION, Lines.CONDITION);

    private final Settling settling;
    private final BatchAnnouncing announcing;
    private final Audit audit;
    private final Clock clock;

    ResultImport(Settling settling, BatchAnnouncing announcing, Audit audit, Clock clock) {
        this.settling = settling;
        this.announcing = announcing;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the bank says. */
    public enum BankResult {
        PAID,
        FAILED
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> roles() {
        return Set.of("finance-officer", "system");
    }

    @Override
    public ImportParameters anyParameters() {
        return new ImportParameters(Map.of(BATCH, new UUID(0, 0).toString()));
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        var batch = batch(parameters);
        var tomorrow = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI).plusDays(1);
        return RowFormat.stagedIn(STAGING)
                .fields(PAYMENT, AMOUNT, RESULT, REASON, ON)
                .computed("batch_id", CellType.UUID_CELL, row -> batch)
                .check((row, verdict) -> {
                    if (row.get(ON).isAfter(tomorrow)) {
                        verdict.reject(ON.pointer(), "result-in-future", row.get(ON));
                    }
                    if (row.get(RESULT) == BankResult.FAILED && row.find(REASON) == null) {
                        verdict.reject(REASON.pointer(), "failure-without-reason");
                    }
                })
                .build();
    }

    private static UUID batch(ImportParameters parameters) {
        try {
            return UUID.fromString(parameters.find(BATCH).orElse(""));
        } catch (IllegalArgumentException none) {
            throw Problem.of(400, "import-parameter-invalid", BATCH, "UUID").asException();
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated(PAYMENT.pointer(), STAGING, "payment_id"),
                new Check(
                        PAYMENT.pointer(),
                        "unknown-payment",
                        "not exists (select from payment p where p.id = s.payment_id and p.batch_id = s.batch_id)",
                        List.of("s.payment_id::text")),
                new Check(AMOUNT.pointer(), "other-amount", "p.amount_fen <> s.amount_fen", List.of(), JOIN),
                new Check(PAYMENT.pointer(), "result-recorded-before", "p.stage <> 'SENT'", List.of("p.stage"), JOIN));
    }

    @Override
    public List<String> fills() {
        return List.of("payment");
    }

    /** Two files of one batch at once: the second to come finds that the database knows no way from its stage. */
    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            lines.bind(merge, lines.bind(merge, 1));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                return new Merged(0, row.getLong(1), row.getLong(2) - row.getLong(1));
            }
        }
    }

    @Override
    public void afterMerge(Connection connection, Lines lines) {
        settling.settle(lines.importId(), lines.from(), lines.to());
        announcing.answered(lines.importId(), lines.from(), lines.to());
    }

    @Override
    public int linesAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) {
        audit.record(AuditEntry.of("payment-results-imported", "payment-batch", batch(all.parameters()))
                .with("results", summary.updated())
                .with("rejected", summary.rejected()));
    }
}
