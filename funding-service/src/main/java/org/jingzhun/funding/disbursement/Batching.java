package org.jingzhun.funding.disbursement;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prepares batches of payments in one transaction each: the payments, the entry that puts the money in transit, and the step
 * of every disbursement are there together or not at all, however often it is tried.
 */
@ApplicationScoped
public class Batching {

    private final Disbursements disbursements;
    private final Disbursing disbursing;
    private final Checking checking;
    private final PaymentRows payments;
    private final Bookkeeping bookkeeping;
    private final BatchAnnouncing announcing;
    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Batching(
            Disbursements disbursements,
            Disbursing disbursing,
            Checking checking,
            PaymentRows payments,
            Bookkeeping bookkeeping,
            BatchAnnouncing announcing,
            Jobs jobs,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.disbursements = disbursements;
        this.disbursing = disbursing;
        this.checking = checking;
        this.payments = payments;
        this.bookkeeping = bookkeeping;
        this.announcing = announcing;
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is to be prepared.
     *
     * @param disbursements approved ones of one county; none when failed payments are sent once more
     * @param retryOf the batch of those
     */
    public record Order(
            UUID batchId,
            List<UUID> disbursements,
            @Nullable UUID retryOf) {

        public Order {
            disbursements = List.copyOf(disbursements);
        }
    }

    /** What became of it. */
    public record Prepared(UUID batchId, long payments, Money amount, long refused) {}

    /**
     * Orders a batch.
     *
     * @return id of the job, whose result names the batch
     * @throws DisbursementRefusal if a disbursement is unknown or its step not open to the caller
     */
    @Transactional
    public UUID order(List<UUID> ids, @Nullable UUID retryOf) {
        var acting = caller.get();
        for (var id : ids) {
            disbursements.get(id).requireMayTake(Step.PAY, acting);
        }
        if (retryOf != null) {
            var unused = payments.getBatch(retryOf);
        }
        var order = new Order(
                UuidCreator.getTimeOrderedEpoch(),
                ids.stream().distinct().sorted().toList(),
                retryOf);
        return jobs.submit(UuidCreator.getTimeOrderedEpoch(), BatchJob.KIND, order, 1L);
    }

    /**
     * The county of a batch.
     *
     * @throws DisbursementRefusal.Unknown if there is none within the caller's area
     */
    @Transactional
    public long county(UUID batch) {
        return payments.getBatch(batch).county();
    }

    /**
     * Prepares it, in the transaction of the job.
     *
     * @throws DisbursementRefusal if a step is not open any more, or nothing is left to be paid
     * @throws org.jingzhun.funding.ledger.LedgerRefusal if an account does not hold what it is to pay
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Prepared prepare(Order order) {
        var retryOf = order.retryOf();
        var batch = retryOf == null ? pay(order) : retry(order.batchId(), retryOf);
        audit.record(AuditEntry.of("payment-batch-prepared", "payment-batch", batch.id())
                .in(batch.county())
                .with("payments", batch.payments())
                .with("amount", batch.amount().toString()));
        return new Prepared(batch.id(), batch.payments(), batch.amount(), batch.refused());
    }

    private PaymentBatch pay(Order order) {
        var id = order.batchId();
        long refused = 0;
        long county = 0;
        for (var each : order.disbursements()) {
            var disbursement = disbursing.pay(each, id);
            if (county != 0 && county != disbursement.county()) {
                throw new DisbursementRefusal.SeveralCounties();
            }
            county = disbursement.county();
            refused += disbursement.refused();
        }
        if (payments.insertAll(id, order.disbursements()) == 0) {
            throw new DisbursementRefusal.NothingToPay();
        }
        var entry = bookkeeping.post(
                JournalEntry.Kind.PAYMENT,
                county,
                "payment-batch:" + id,
                "Payments of batch " + id,
                intoTransit(payments.sums(id)));
        payments.insertBatch(id, county, null, refused, entry.id(), caller.get().subject(), clock.instant());
        announcing.sent(id, county);
        return payments.getBatch(id);
    }

    private PaymentBatch retry(UUID id, UUID retryOf) {
        var failed = payments.getBatch(retryOf);
        var ineligible = checking.listIneligible(retryOf);
        if (payments.insertRetries(id, retryOf, ineligible) == 0) {
            throw new DisbursementRefusal.NothingToPay();
        }
        payments.insertBatch(
                id,
                failed.county(),
                retryOf,
                ineligible.size(),
                null,
                caller.get().subject(),
                clock.instant());
        return payments.getBatch(id);
    }

    private static SequencedMap<AccountKey, Money> intoTransit(SequencedMap<AccountKey, Money> sums) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        sums.forEach((account, amount) -> movements.put(account, amount.negated()));
        sums.forEach((account, amount) -> movements.merge(
                AccountKey.inTransit(account.county(), account.sourceId(), account.year()), amount, Money::plus));
        return movements;
    }
}
