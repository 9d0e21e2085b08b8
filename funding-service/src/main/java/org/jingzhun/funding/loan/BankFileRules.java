package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules by which a bank's file is judged: looked up once for each case, however many rows there are. */
final class BankFileRules {

    private record Offered(Product product, LocalDate day) {}

    private record Rated(String version, int months, int ppm, LocalDate day) {}

    private final List<LoanProduct> products;
    private final LoanRules rules;
    private final Map<Offered, Optional<LoanProduct>> offered = new HashMap<>();
    private final Map<Rated, Optional<Integer>> subsidies = new HashMap<>();
    private final Map<String, Boolean> lenders = new HashMap<>();

    BankFileRules(List<LoanProduct> products, LoanRules rules) {
        this.products = products;
        this.rules = rules;
    }

    Optional<LoanProduct> find(Product product, LocalDate day) {
        return offered.computeIfAbsent(new Offered(product, day), asked -> products.stream()
                .filter(edition -> edition.product() == product && edition.holdsOn(day))
                .max(Comparator.comparing(LoanProduct::validFrom)));
    }

    boolean allows(LoanProduct product, int months, int ppm, LocalDate day) {
        return subsidyOrNothing(product, months, ppm, day).isPresent();
    }

    int subsidy(LoanProduct product, int months, int ppm, LocalDate day) {
        return subsidyOrNothing(product, months, ppm, day).orElseThrow();
    }

    private Optional<Integer> subsidyOrNothing(LoanProduct product, int months, int ppm, LocalDate day) {
        return subsidies.computeIfAbsent(new Rated(product.version(), months, ppm, day), asked -> {
            try {
                return Optional.of(rules.subsidy(product, months, ppm, day));
            } catch (LoanException refused) {
                return Optional.empty();
            }
        });
    }

    boolean isLender(String bank) {
        return lenders.computeIfAbsent(bank, rules::isLender);
    }
}
