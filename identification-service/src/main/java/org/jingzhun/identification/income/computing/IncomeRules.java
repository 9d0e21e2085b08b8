package org.jingzhun.identification.income.computing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What counts as income, in one version that never changes (收入核算口径).
 *
 * @param version for example {@code GX-2017}
 * @param items in the order of the list, each code once
 */
public record IncomeRules(String version, Costs costs, List<Item> items) {

    public IncomeRules {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("income rules %s must have items".formatted(version));
        }
        Set<String> codes = new HashSet<>();
        for (Item item : items) {
            if (!codes.add(item.code())) {
                throw new IllegalArgumentException(
                        "item %s stands twice in income rules %s".formatted(item.code(), version));
            }
            boolean fits = costs == Costs.RATIO ? item.kind() != Kind.COST : item.costRatio() == null;
            if (!fits) {
                throw new IllegalArgumentException(
                        "item %s does not fit income rules %s: costs are %s".formatted(item.code(), version, costs));
            }
        }
    }

    Optional<Item> find(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
