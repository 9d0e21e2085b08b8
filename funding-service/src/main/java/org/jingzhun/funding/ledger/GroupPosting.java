package org.jingzhun.funding.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.caller.CurrentCaller;

/**
 * Posts vouchers in groups (合并记账), so that a busy account is no bottleneck: whoever comes while a county's transaction is
 * under way waits in its queue, and one poster takes the whole queue into the next transaction. The end of the chain is
 * locked, each balance moved and the disk waited for once a group instead of once an entry. Nobody is answered before
 * the commit, and a voucher that is refused leaves its neighbours alone.
 */
@ApplicationScoped
public class GroupPosting {

    private static final int LARGEST_GROUP = 500;
    private static final String INTEGRITY_VIOLATION = "23";

    private final Map<Long, Desk> desks = new ConcurrentHashMap<>();
    private final PostingGroup group;
    private final Audit audit;
    private final CurrentCaller caller;

    GroupPosting(PostingGroup group, Audit audit, CurrentCaller caller) {
        this.group = group;
        this.audit = audit;
        this.caller = caller;
    }

    /** An entry, and whether the same request had posted it before. */
    public record Receipt(JournalEntry entry, boolean before) {}

    /**
     * Posts a voucher and returns when it is committed.
     *
     * @throws LedgerRefusal if the voucher cannot be posted
     */
    public Receipt post(Voucher voucher) {
        return submit(voucher).await();
    }

    /**
     * Posts vouchers that do not depend on each other: each for itself, all of them waited for together.
     *
     * @return what became of each, in their order
     */
    public List<Result> postAll(List<Voucher> vouchers) {
        List<Supplier<Receipt>> submitted = CallerScope.call(
                caller.get(), () -> vouchers.stream().map(this::submitOrRefuse).toList());
        List<Result> results = new ArrayList<>();
        for (var receipt : submitted) {
            try {
                results.add(new Result.Posted(receipt.get()));
            } catch (LedgerRefusal refusal) {
                results.add(new Result.Refused(refusal));
            }
        }
        return results;
    }

    /** What became of a voucher. */
    public sealed interface Result {

        /** It is in the journal. */
        record Posted(Receipt receipt) implements Result {}

        /** It is not. */
        record Refused(LedgerRefusal refusal) implements Result {}
    }

    private Supplier<Receipt> submitOrRefuse(Voucher voucher) {
        try {
            return submit(voucher)::await;
        } catch (LedgerRefusal refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    private Submission submit(Voucher voucher) {
        var by = caller.get();
        if (by.area().intersect(areaOf(voucher.county())).isEmpty()) {
            throw new LedgerRefusal.UnknownAccount(voucher.accounts().getFirst());
        }
        if (!voucher.isWithinLimit()) {
            throw new LedgerRefusal.BeyondLimit();
        }
        var recorded = audit.attribute(AuditEntry.of("voucher-posted", "journal-entry", "")
                .in(voucher.county())
                .because(voucher.memo()));
        var submission = new Submission(voucher, by, recorded, new CompletableFuture<>());
        desks.computeIfAbsent(voucher.county(), Desk::new).take(submission);
        return submission;
    }

    private static Area areaOf(long county) {
        return Area.ofPrefix(Long.toString(county));
    }

    /** Where the vouchers of one county wait. */
    private final class Desk {

        private final Caller poster;
        private final Queue<Submission> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean open = new AtomicBoolean();

        Desk(long county) {
            poster = new Caller("system:posting", "posting", Set.of("internal"), areaOf(county), null);
        }

        void take(Submission submission) {
            waiting.add(submission);
            open();
        }

        private void open() {
            if (open.compareAndSet(false, true)) {
                Thread.ofVirtual().name("posting").start(this::work);
            }
        }

        private void work() {
            try {
                for (var next = drain(); !next.isEmpty(); next = drain()) {
                    post(next);
                }
            } finally {
                open.set(false);
                // somebody may have come between the last look and the closing, or wait while the poster has died
                if (!waiting.isEmpty()) {
                    open();
                }
            }
        }

        private List<Submission> drain() {
            List<Submission> drained = new ArrayList<>();
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                drained.add(next);
                if (drained.size() == LARGEST_GROUP) {
                    break;
                }
            }
            return drained;
        }

        private void post(List<Submission> submissions) {
            try {
                var outcomes = CallerScope.call(
                        poster, () -> QuarkusTransaction.requiringNew().call(() -> group.post(submissions)));
                outcomes.forEach(Outcome::answer);
            } catch (RuntimeException failure) {
                if (submissions.size() > 1 && isAboutOne(failure)) {
                    submissions.forEach(one -> post(List.of(one)));
                } else {
                    submissions.forEach(one -> one.answer().completeExceptionally(failure));
                }
            } finally {
                submissions.forEach(Submission::giveUp);
            }
        }
    }

    /** Whether the database refused the content of some voucher, so that the others may still be posted. */
    private static boolean isAboutOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerRefusal) {
                return true;
            }
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
                return true;
            }
        }
        return false;
    }
}
