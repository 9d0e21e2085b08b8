package org.jingzhun.identification.monitoring.judging;

import java.util.ArrayList;
import java.util.List;
import org.jingzhun.identification.monitoring.judging.Judgement.Ground;
import org.jingzhun.identification.monitoring.judging.Judgement.Outcome;

/**
 * Judges which of the three classes a household's figures point to.
 *
 * <p>Source: three classes, and the criteria income of the twelve months before, compliant own payments, prominent
 * difficulty and ability to cope are published (2020 and later); how they go together is a reconstruction: below the line
 * it is the standing that tells the class; above it a sudden event counts when the payments leave less than the line, or
 * the household cannot cope.
 */
public final class Judging {

    /** Version of the rules. */
    public static final String RULES = "MONITORING-2020";

    private Judging() {}

    public static Judgement judge(Facts facts) {
        boolean known = facts.income().known(facts.leastCoveredDays());
        if (known && facts.income().below(facts.line().perHeadFen(), 0)) {
            Outcome outcome =
                    switch (facts.standing()) {
                        case EXITED -> Outcome.UNSTABLE_EXIT;
                        case ORDINARY -> Outcome.EDGE;
                    };
            return new Judgement(RULES, outcome, List.of(Ground.INCOME_BELOW_LINE), facts);
        }
        List<Ground> grounds = new ArrayList<>();
        grounds.add(known ? Ground.INCOME_ABOVE_LINE : Ground.INCOME_UNKNOWN);
        if (facts.sudden()) {
            if (known && facts.income().below(facts.line().perHeadFen(), facts.paymentsFen())) {
                grounds.add(Ground.PAYMENTS_LEAVE_LESS_THAN_LINE);
            }
            if (!facts.copes()) {
                grounds.add(Ground.CANNOT_COPE);
            }
        }
        if (grounds.size() > 1) {
            return new Judgement(RULES, Outcome.SUDDEN_HARDSHIP, grounds, facts);
        }
        return new Judgement(RULES, known ? Outcome.NOT_AT_RISK : Outcome.UNKNOWN, grounds, facts);
    }
}
