package org.jingzhun.funding.fund;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A fund (扶贫基金) of a county or village.
 *
 * @param available what it holds now, over all sources, without what is on its way
 */
public record Fund(
        UUID id,
        FundKind kind,
        long division,
        String name,
        LocalDate foundedOn,
        String documentNumber,
        Money available,
        long revision) {

    private static final long COUNTY = 1_000_000;

    public long county() {
        return division / COUNTY * COUNTY;
    }

    /** Where the ledger keeps what it holds of a source and year. */
    public AccountKey account(UUID sourceId, int year) {
        return new AccountKey(AccountKind.FUND, county(), division, sourceId, year, id);
    }

    /** Where the ledger keeps what members and debtors paid in. */
    AccountKey payers(UUID sourceId, int year) {
        return new AccountKey(AccountKind.OPERATOR, county(), division, sourceId, year, id);
    }
}
