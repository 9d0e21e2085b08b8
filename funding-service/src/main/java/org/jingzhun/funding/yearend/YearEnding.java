package org.jingzhun.funding.yearend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.ClosedYear;

/** Closes a county's years (年终结转): what nobody has received goes on into the next year, source by source. */
@ApplicationScoped
public class YearEnding {

    private final Bookkeeping bookkeeping;
    private final Accounts accounts;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    YearEnding(Bookkeeping bookkeeping, Accounts accounts, Audit audit, CurrentCaller caller, Clock clock) {
        this.bookkeeping = bookkeeping;
        this.accounts = accounts;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Closes a year in one transaction and one entry; a closed year again when money came back into it.
     *
     * @throws YearEndRefusal if the year goes on, an earlier one is open, or there is nothing left to carry
     */
    @Transactional
    public ClosedYear close(long county, int year) {
        if (!caller.get().area().covers(county)) {
            throw new YearEndRefusal.OutsideArea(county);
        }
        if (year >= LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI).getYear()) {
            throw new YearEndRefusal.YearNotOver(year);
        }
        int earlier = accounts.firstOpenBefore(county, year);
        if (earlier > 0) {
            throw new YearEndRefusal.EarlierYearOpen(earlier);
        }
        var closed = bookkeeping.carryOver(county, year, year + "年终结转");
        if (closed.run() > 1 && closed.amount().isZero()) {
            throw new YearEndRefusal.NothingToCarry(year);
        }
        audit.record(AuditEntry.of("year-closed", "county-year", county + "/" + year)
                .in(county)
                .with("amount", closed.amount().toString())
                .with("run", closed.run()));
        return closed;
    }
}
