package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.codelist.CodeEntry;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Lets everybody know what a batch pays, and, once the bank has answered for all of it, what has arrived (发放公告): by village
 * and purpose with the number of payments, never who receives them.
 */
@ApplicationScoped
class BatchAnnouncing {

    private static final String ROWS = """
            select t.village_code, p.kind,
                   (select r.zh from benefit_rule r where r.benefit = p.benefit order by r.valid_from desc limit 1) as benefit,
                   count(*) as payments, sum(t.amount_fen) as fen
            from payment t join payable p on p.id = t.payable_id
            where t.batch_id = ? and (not ? or t.stage = 'PAID')
            group by t.village_code, p.kind, p.benefit order by t.village_code, p.kind, p.benefit
            """;

    private static final String ANSWERED = """
            select b.id, b.county from payment_batch b
            where b.id in (select t.batch_id from staged_payment_result s join payment t on t.id = s.payment_id
                           where s.import_id = ? and s.line between ? and ?
                             and t.import_id = s.import_id and t.import_line = s.line)
              and not exists (select from payment t where t.batch_id = b.id and t.stage = 'SENT')
            """;

    private final Disclosing disclosing;
    private final Database database;
    private final Clock clock;
    private final Map<String, String> labels;

    BatchAnnouncing(Disclosing disclosing, Database database, CodeLists codeLists, Clock clock) {
        this.disclosing = disclosing;
        this.database = database;
        this.clock = clock;
        this.labels = codeLists.list("payable-kind").stream()
                .collect(Collectors.toUnmodifiableMap(CodeEntry::code, CodeEntry::zh));
    }

    void sent(UUID batch, long county) {
        announce(batch, county, DisclosurePhase.PLAN, database.list(ROWS, this::row, batch, false));
    }

    /**
     * What has arrived of those batches of which nothing is on its way any more.
     *
     * @param importId results of the bank, by whose lines payments were settled
     */
    void answered(UUID importId, long from, long to) {
        record Batch(UUID id, long county) {}
        for (var batch : database.list(
                ANSWERED,
                row -> new Batch(row.getObject("id", UUID.class), row.getLong("county")),
                importId,
                from,
                to)) {
            var rows = database.list(ROWS, this::row, batch.id(), true);
            announce(batch.id(), batch.county(), DisclosurePhase.RESULT, rows);
        }
    }

    private void announce(UUID batch, long county, DisclosurePhase phase, List<DisclosedRow> rows) {
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        var amount = rows.stream().map(DisclosedRow::amount).reduce(Money.ZERO, BatchAnnouncing::plus);
        disclosing.announce(new Announcement(
                DisclosureKind.PAYMENT_BATCH,
                phase,
                batch,
                county,
                county,
                today.getYear(),
                (phase == DisclosurePhase.PLAN ? "资金拨付 " : "资金发放结果 ") + today,
                "",
                amount,
                "",
                rows));
    }

    private static Money plus(Money sum, Money amount) {
        return sum.plus(amount);
    }

    private DisclosedRow row(ResultSet row) throws SQLException {
        String benefit = row.getString("benefit");
        return new DisclosedRow(
                row.getLong("village_code"),
                benefit == null ? labels.getOrDefault(row.getString("kind"), row.getString("kind")) : benefit,
                null,
                row.getLong("payments"),
                Money.ofFen(row.getLong("fen")));
    }
}
