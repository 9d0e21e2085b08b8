package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;

/** Plans when principal falls due. */
public final class Planning {

    private Planning() {}

    /** By day; the parts sum to the principal. */
    public static List<Due> plan(Terms terms) {
        return switch (terms.repaid()) {
            case AT_END -> List.of(new Due(terms.to(), terms.principal()));
            case EQUAL_PARTS -> inParts(terms);
        };
    }

    private static List<Due> inParts(Terms terms) {
        var days = terms.interest().listDays(terms.from(), terms.to()).stream()
                .filter(day -> day.isAfter(terms.graceTo()) || day.equals(terms.to()))
                .toList();
        long part = terms.principal().fen() / days.size();
        List<Due> plan = new ArrayList<>();
        for (var day : days.subList(0, days.size() - 1)) {
            plan.add(new Due(day, Money.ofFen(part)));
        }
        plan.add(new Due(terms.to(), Money.ofFen(terms.principal().fen() - part * (days.size() - 1))));
        return plan;
    }

    /** The same plan with its last part put off (展期). */
    public static List<Due> extend(List<Due> plan, LocalDate to) {
        var last = plan.getLast();
        if (!to.isAfter(last.on())) {
            throw new IllegalArgumentException("New maturity (" + to + ") must come after " + last.on());
        }
        var extended = new ArrayList<>(plan.subList(0, plan.size() - 1));
        extended.add(new Due(to, last.principal()));
        return extended;
    }
}
