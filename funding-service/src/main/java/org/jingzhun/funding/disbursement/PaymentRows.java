package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All batches and payments within the caller's area. */
@ApplicationScoped
public class PaymentRows {

    private static final String INSERT_ALL = """
            insert into payment (id, batch_id, payable_id, county, village_code, household_id, person_id, amount_fen)
            select uuidv7(), ?, p.id, p.county, p.village_code, p.household_id, p.person_id, p.amount_fen
            from payable p where p.disbursement_id = any (?::uuid[]) and p.refusal is null
            """;
    private static final String RETIRE = """
            update payment set stage = 'RETRIED', live = false, revision = revision + 1
            where batch_id = ? and stage = 'TO_RETRY' and not id = any (?::uuid[])
            """;
    private static final String INSERT_RETRIES = """
            insert into payment (id, batch_id, payable_id, retries, county, village_code, household_id, person_id, amount_fen)
            select uuidv7(), ?, t.payable_id, t.id, t.county, t.village_code, t.household_id, t.person_id, t.amount_fen
            from payment t
            where t.batch_id = ? and t.stage = 'RETRIED' and not exists (select from payment n where n.retries = t.id)
            """;
    private static final String SUMS = """
            select p.account_kind, p.county, p.account_division, p.source_id, p.year, p.subject, sum(t.amount_fen) as fen
            from payment t join payable p on p.id = t.payable_id
            where t.batch_id = ?
            group by p.account_kind, p.county, p.account_division, p.source_id, p.year, p.subject
            order by 1, 2, 3, 4, 5, 6
            """;
    private static final String INSERT_BATCH = """
            insert into payment_batch (id, county, retry_of, payments, amount_fen, refused, entry_id, created_by, created_at)
            select ?, ?, ?::uuid, count(*), sum(amount_fen), ?, ?::uuid, ?, ? from payment where batch_id = ?
            """;
    private static final String BATCHES = """
            select * from payment_batch
            where county between ? and ? and (?::uuid is null or id = ?::uuid) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String SELECT = """
            select t.*, p.kind, p.benefit, p.payee, p.account_kind, p.account_division, p.source_id, p.year, p.subject
            from payment t join payable p on p.id = t.payable_id
            """;
    private static final String LIST = SELECT + """
            where t.batch_id = ? and (?::text is null or t.stage = ?::text)
              and (?::uuid is null or t.id > ?::uuid)
            order by t.id limit ?
            """;

    private final Database database;

    PaymentRows(Database database) {
        this.database = database;
    }

    /** @return how many */
    int insertAll(UUID batch, List<UUID> disbursements) {
        return database.execute(INSERT_ALL, batch, texts(disbursements));
    }

    /** Lets new payments take the place of those that wait for it. @return how many */
    int insertRetries(UUID batch, UUID retryOf, List<UUID> but) {
        database.execute(RETIRE, retryOf, texts(but));
        return database.execute(INSERT_RETRIES, batch, retryOf);
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** What each account pays in a batch. */
    SequencedMap<AccountKey, Money> sums(UUID batch) {
        var sums = new LinkedHashMap<AccountKey, Money>();
        database.list(SUMS, row -> Map.entry(account(row), Money.ofFen(row.getLong("fen"))), batch)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    void insertBatch(
            UUID id, long county, @Nullable UUID retryOf, long refused, @Nullable UUID entry, String by, Instant now) {
        database.execute(INSERT_BATCH, id, county, retryOf, refused, entry, by, now, id);
    }

    /** @throws DisbursementRefusal.Unknown if there is none within the caller's area */
    public PaymentBatch getBatch(UUID id) {
        return database.find(BATCHES, this::batch, 0L, Long.MAX_VALUE, id, id, null, null, 1)
                .orElseThrow(() -> new DisbursementRefusal.Unknown("payment batch", id));
    }

    /** In the order of their ids. */
    public List<PaymentBatch> listBatches(Area area, @Nullable UUID after, int limit) {
        return database.list(BATCHES, this::batch, area.from(), area.to(), null, null, after, after, limit);
    }

    private PaymentBatch batch(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var stages = new EnumMap<PaymentStage, Long>(PaymentStage.class);
        database.list(
                        "select stage, count(*) as counted from payment where batch_id = ? group by stage",
                        each -> Map.entry(PaymentStage.valueOf(each.getString("stage")), each.getLong("counted")),
                        id)
                .forEach(each -> stages.put(each.getKey(), each.getValue()));
        return new PaymentBatch(
                id,
                row.getLong("county"),
                row.getObject("retry_of", UUID.class),
                row.getLong("payments"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getLong("refused"),
                row.getObject("entry_id", UUID.class),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                stages);
    }

    /** In the order of their ids. */
    public List<Payment> list(UUID batch, @Nullable PaymentStage stage, @Nullable UUID after, int limit) {
        var name = stage == null ? null : stage.name();
        return database.list(LIST, PaymentRows::read, batch, name, name, after, after, limit);
    }

    /** @throws DisbursementRefusal.Unknown if there is none within the caller's area */
    public Payment get(UUID id) {
        return find(id, "").orElseThrow(() -> new DisbursementRefusal.Unknown("payment", id));
    }

    /** The same, kept from others until the transaction ends. */
    Payment lock(UUID id) {
        return find(id, " for update of t").orElseThrow(() -> new DisbursementRefusal.Unknown("payment", id));
    }

    private Optional<Payment> find(UUID id, String lock) {
        return database.find(SELECT + "where t.id = ?" + lock, PaymentRows::read, id);
    }

    List<Payment.Signed> listSigned(UUID payment) {
        return database.list(
                "select step, taken_by from payment_step where payment_id = ? order by position",
                row -> new Payment.Signed(PaymentStep.valueOf(row.getString("step")), row.getString("taken_by")),
                payment);
    }

    private static AccountKey account(ResultSet row) throws SQLException {
        return new AccountKey(
                AccountKind.valueOf(row.getString("account_kind")),
                row.getLong("county"),
                row.getLong("account_division"),
                row.getObject("source_id", UUID.class),
                row.getInt("year"),
                row.getObject("subject", UUID.class));
    }

    private static Payment read(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getObject("payable_id", UUID.class),
                PayableKind.valueOf(row.getString("kind")),
                row.getString("benefit"),
                row.getObject("retries", UUID.class),
                row.getLong("village_code"),
                row.getObject("household_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("payee"),
                account(row),
                Money.ofFen(row.getLong("amount_fen")),
                PaymentStage.valueOf(row.getString("stage")),
                row.getString("reason"),
                row.getObject("settled_on", LocalDate.class),
                row.getLong("revision"));
    }
}
