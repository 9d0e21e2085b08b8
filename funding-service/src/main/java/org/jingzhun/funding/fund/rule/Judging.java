package org.jingzhun.funding.fund.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jingzhun.funding.ledger.money.Money;

/** Holds an application against the rule of use: every point that it breaks is named, not only the first. */
public final class Judging {

    private Judging() {}

    /** What can be wrong with an application. */
    public enum Finding {
        WRONG_FORM,
        WRONG_RECEIVER,
        NOT_ELIGIBLE,
        NOT_A_MEMBER,
        BELOW_MINIMUM,
        ABOVE_CAP,
        ABOVE_OWN_PAYMENT,
        TERM_TOO_LONG,
        EVIDENCE_MISSING,
        OTHER_AID_FIRST,
        OTHER_AID_UNDECLARED,
        GUARANTORS_MISSING,
        LOAN_OUTSTANDING
    }

    /** A point that is broken, with the figure or codes that it asks for. */
    public record Broken(Finding finding, String asked) {}

    /**
     * The outcome.
     *
     * @param aboveCap whether it needs the county's approval because it is above the cap
     * @param coveredAtMost what the rule covers of the own payment
     */
    public record Verdict(List<Broken> broken, boolean aboveCap, Money coveredAtMost) {

        public Verdict {
            broken = List.copyOf(broken);
        }

        public boolean holds() {
            return broken.isEmpty();
        }
    }

    public static Verdict judge(FundRule rule, Application asked) {
        List<Broken> broken = new ArrayList<>();
        if (asked.form() != rule.form()) {
            broken.add(new Broken(Finding.WRONG_FORM, rule.form().name()));
        }
        judgeReceiver(rule, asked, broken);
        var covered = covered(rule, asked);
        var inYear = asked.receivedThisYear().plus(asked.amount());
        if (asked.amount().compareTo(rule.minimum()) < 0) {
            broken.add(new Broken(Finding.BELOW_MINIMUM, rule.minimum().toString()));
        }
        if (inYear.compareTo(rule.aboveCap()) > 0) {
            broken.add(new Broken(Finding.ABOVE_CAP, rule.aboveCap().toString()));
        }
        if (asked.amount().compareTo(covered) > 0) {
            broken.add(new Broken(Finding.ABOVE_OWN_PAYMENT, covered.toString()));
        }
        if (rule.form() == AidForm.LOAN && (asked.months() < 1 || asked.months() > rule.months())) {
            broken.add(new Broken(Finding.TERM_TOO_LONG, Integer.toString(rule.months())));
        }
        judgePapers(rule, asked, broken);
        return new Verdict(broken, inYear.compareTo(rule.cap()) > 0, covered);
    }

    private static void judgeReceiver(FundRule rule, Application asked, List<Broken> broken) {
        if (asked.receiver() != rule.receiver()) {
            broken.add(new Broken(Finding.WRONG_RECEIVER, rule.receiver().name()));
        }
        if (!asked.eligible()) {
            broken.add(new Broken(Finding.NOT_ELIGIBLE, rule.receiver().name()));
        }
        if (rule.membersOnly() && !asked.member()) {
            broken.add(new Broken(Finding.NOT_A_MEMBER, rule.kind().name()));
        }
        if (asked.guarantors() < rule.guarantors()) {
            broken.add(new Broken(Finding.GUARANTORS_MISSING, Integer.toString(rule.guarantors())));
        }
        if (rule.form() == AidForm.LOAN && asked.owing()) {
            broken.add(new Broken(Finding.LOAN_OUTSTANDING, rule.kind().name()));
        }
    }

    /** Last resort: each other kind of aid that the rule names must have ended somehow, and be shown. */
    private static void judgePapers(FundRule rule, Application asked, List<Broken> broken) {
        var missing = rule.evidence().stream()
                .filter(paper -> !asked.evidence().contains(paper))
                .collect(Collectors.joining(" "));
        if (!missing.isEmpty()) {
            broken.add(new Broken(Finding.EVIDENCE_MISSING, missing));
        }
        var open = rule.exhausted().stream()
                .filter(code -> asked.otherAid().stream()
                        .noneMatch(aid ->
                                aid.code().equals(code) && !aid.evidence().isBlank()))
                .collect(Collectors.joining(" "));
        if (!open.isEmpty()) {
            broken.add(new Broken(Finding.OTHER_AID_FIRST, open));
        }
        if (!asked.undeclared().isEmpty()) {
            broken.add(new Broken(
                    Finding.OTHER_AID_UNDECLARED,
                    asked.undeclared().stream().sorted().collect(Collectors.joining(" "))));
        }
    }

    private static Money covered(FundRule rule, Application asked) {
        return Money.ofFen(BigInteger.valueOf(asked.ownPayment().fen())
                .multiply(BigInteger.valueOf(rule.covered()))
                .divide(BigInteger.valueOf(FundRule.WHOLE))
                .longValueExact());
    }
}
