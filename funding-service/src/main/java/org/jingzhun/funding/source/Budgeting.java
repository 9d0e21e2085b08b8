package org.jingzhun.funding.source;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Records sources of money and what counties are given of them (预算下达). */
@ApplicationScoped
public class Budgeting {

    private final Sources sources;
    private final Budgets budgets;
    private final Bookkeeping bookkeeping;
    private final BudgetAnnouncing announcing;
    private final CodeLists codeLists;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Budgeting(
            Sources sources,
            Budgets budgets,
            Bookkeeping bookkeeping,
            BudgetAnnouncing announcing,
            CodeLists codeLists,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.sources = sources;
        this.budgets = budgets;
        this.bookkeeping = bookkeeping;
        this.announcing = announcing;
        this.codeLists = codeLists;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a client says of a source. */
    public record SourceData(String name, String kind, String level) {}

    /** What a client says of a budget line. */
    public record BudgetData(
            long county, int year, UUID sourceId, Money amount, String documentNumber, LocalDate issuedOn) {}

    /** A source and whether it was new. */
    public record Recorded(Source source, boolean created) {}

    /**
     * Records a source, or describes a known one anew.
     *
     * @param ifMatch the revision seen by the client; needed to change a known source
     * @throws SourceRefusal if the name is taken, kind or level is no code of today, or the source was recorded elsewhere
     */
    @Transactional
    public Recorded record(UUID id, SourceData data, @Nullable String ifMatch) {
        requireCode("kind", "source-kind", data.kind());
        requireCode("level", "source-level", data.level());
        sources.findByName(data.name()).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw new SourceRefusal.NameTaken(data.name());
        });
        var known = sources.findById(id);
        if (known == null) {
            var source = new Source(
                    id,
                    data.name(),
                    data.kind(),
                    data.level(),
                    caller.get().area().from());
            sources.persistAndFlush(source);
            audit.record(AuditEntry.of("source-recorded", "source", id));
            return new Recorded(source, true);
        }
        if (!known.isChangedFrom(caller.get().area())) {
            throw new SourceRefusal.RecordedElsewhere();
        }
        Revisions.require(ifMatch, known.revision());
        known.describe(data.name(), data.kind(), data.level());
        sources.flush();
        audit.record(AuditEntry.of("source-changed", "source", id));
        return new Recorded(known, false);
    }

    private void requireCode(String field, String list, String code) {
        var codes = codeLists.listCodes(list, LocalDate.now(clock));
        if (!codes.contains(code)) {
            throw new SourceRefusal.UnknownCode(field, codes);
        }
    }

    /**
     * What a city or region hands down by a plan of its own.
     *
     * @param entryId that booked it, in the books of the division that divides
     */
    public record HandedDown(
            UUID planId, int year, UUID sourceId, String documentNumber, LocalDate issuedOn, UUID entryId) {}

    /** Notes a plan's shares as lines of the receivers' budgets; the plan has booked them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handDown(HandedDown by, Map<Long, Money> shares) {
        budgets.insert(shares.entrySet().stream()
                .filter(share -> share.getValue().isPositive())
                .map(share -> new Budget(
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        share.getKey(),
                        by.year(),
                        by.sourceId(),
                        share.getValue(),
                        by.documentNumber(),
                        by.issuedOn(),
                        by.entryId(),
                        by.planId(),
                        false))
                .toList());
    }

    /**
     * Records a budget line and books it from the source's account to the county's.
     *
     * @throws SourceRefusal if there is no such source, the document was recorded before, or the county is foreign
     */
    @Transactional
    public Budget record(BudgetData data) {
        if (!caller.get().area().covers(data.county())) {
            throw new SourceRefusal.OutsideArea(data.county());
        }
        var source = sources.get(data.sourceId());
        if (budgets.has(data.county(), data.year(), source.id(), data.documentNumber())) {
            throw new SourceRefusal.BudgetRecordedBefore(data.documentNumber());
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(
                AccountKey.source(data.county(), source.id(), data.year()),
                data.amount().negated());
        movements.put(AccountKey.budget(data.county(), source.id(), data.year()), data.amount());
        var entry = bookkeeping.post(
                JournalEntry.Kind.BUDGET,
                data.county(),
                "budget:" + data.county() + ":" + data.year() + ":" + source.id() + ":" + data.documentNumber(),
                source.name() + " " + data.documentNumber(),
                movements);
        var budget = new Budget(
                id,
                data.county(),
                data.year(),
                source.id(),
                data.amount(),
                data.documentNumber(),
                data.issuedOn(),
                entry.id(),
                null,
                false);
        budgets.insert(List.of(budget));
        announcing.changed(data.county(), data.year());
        audit.record(AuditEntry.of("budget-recorded", "budget", id)
                .in(data.county())
                .with("amount", data.amount().toString()));
        return budget;
    }
}
