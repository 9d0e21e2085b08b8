package org.jingzhun.funding.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.funding.ledger.money.Money;

/** Books what a source gives to a county of 2016. */
record Clerk(Bookkeeping bookkeeping) {

    static final int YEAR = 2016;

    private static Caller clerk(long county) {
        return new Caller("clerk", "Clerk", Set.of("finance-officer"), Area.ofPrefix(Long.toString(county)), null);
    }

    static <T> T inCounty(long county, Callable<T> work) {
        return CallerScope.call(
                clerk(county), () -> QuarkusTransaction.requiringNew().call(work));
    }

    static SequencedMap<AccountKey, Money> movements(long county, UUID source, long fen) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.source(county, source, YEAR), Money.ofFen(-fen));
        movements.put(AccountKey.budget(county, source, YEAR), Money.ofFen(fen));
        return movements;
    }

    JournalEntry given(long county, UUID source, long fen, String key) {
        return inCounty(
                county,
                () -> bookkeeping.post(JournalEntry.Kind.BUDGET, county, key, "memo", movements(county, source, fen)));
    }
}
