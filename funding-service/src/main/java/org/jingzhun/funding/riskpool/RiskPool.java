package org.jingzhun.funding.riskpool;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.riskpool.rule.LendingRule;
import org.jspecify.annotations.Nullable;

/**
 * A risk pool as agreed on by county and lenders. An agreement does not change; another one is another pool.
 *
 * @param bank the one lender that it covers, null for all
 * @param products whose losses it bears
 * @param poolShare of a loss, basis points
 * @param triggerDays overdue, from which a loss may be claimed
 * @param rulesVersion the rules by which the agreement was judged
 */
public record RiskPool(
        UUID id,
        long county,
        String name,
        @Nullable String bank,
        List<String> products,
        int poolShare,
        LendingRule lending,
        int triggerDays,
        String rulesVersion,
        LocalDate agreedOn) {

    public RiskPool {
        products = List.copyOf(products);
    }

    boolean covers(String lender, String product) {
        return (bank == null || bank.equals(lender)) && products.contains(product);
    }
}
