package org.jingzhun.identification.special.derivation;

import java.util.ArrayList;
import java.util.List;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.special.facts.Parameter;
import org.jingzhun.identification.special.facts.Parameters;

/**
 * Whether a disabled person is entitled to one of the two subsidies (残疾人两项补贴), and why.
 *
 * @param rule version that it follows
 * @param conditions all that must hold
 */
public record Entitlement(Subsidy subsidy, boolean entitled, String rule, List<Condition> conditions) {

    /** The subsidies. */
    public enum Subsidy {
        /** 困难残疾人生活补贴. */
        LIVING,
        /** 重度残疾人护理补贴. */
        NURSING
    }

    /** What must hold. */
    public enum Requirement {
        /** The grade is the limit or heavier. */
        GRADE,
        /** The household is in hardship. */
        HARDSHIP,
        /** The person is not supported as destitute already. */
        NOT_DESTITUTE
    }

    /**
     * @param value the grade that was found; of the others 1 or 0
     * @param limit the lightest grade that is entitled; of the others 1
     */
    public record Condition(Requirement requirement, int value, int limit, boolean met) {}

    public Entitlement {
        conditions = List.copyOf(conditions);
    }

    /** @param rule of DISABILITY_SUBSIDY */
    public static List<Entitlement> of(Disability disability, Hardship hardship, Parameters rule) {
        boolean ofMind =
                disability.type() == Disability.Type.INTELLECTUAL || disability.type() == Disability.Type.MENTAL;
        boolean poor = hardship.minimumAllowance()
                || (hardship.registered() && rule.get(Parameter.REGISTERED_IS_HARDSHIP) == 1);
        Condition notDestitute = stated(Requirement.NOT_DESTITUTE, !hardship.destitute());
        return List.of(
                of(
                        Subsidy.LIVING,
                        rule,
                        grade(disability, rule.get(Parameter.LIVING_GRADE)),
                        stated(Requirement.HARDSHIP, poor),
                        notDestitute),
                of(
                        Subsidy.NURSING,
                        rule,
                        grade(disability, rule.get(ofMind ? Parameter.NURSING_GRADE_OF_MIND : Parameter.NURSING_GRADE)),
                        notDestitute));
    }

    private static Entitlement of(Subsidy subsidy, Parameters rule, Condition... conditions) {
        List<Condition> all = new ArrayList<>(List.of(conditions));
        return new Entitlement(subsidy, all.stream().allMatch(Condition::met), rule.version(), all);
    }

    private static Condition grade(Disability disability, int lightest) {
        return new Condition(Requirement.GRADE, disability.grade(), lightest, disability.grade() <= lightest);
    }

    private static Condition stated(Requirement requirement, boolean met) {
        return new Condition(requirement, met ? 1 : 0, 1, met);
    }
}
