package org.jingzhun.pairing.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.jingzhun.chassis.data.DataTables;

/** The rules of this service, with what was loaded at run time; a version that was loaded is known within seconds. */
@Singleton // its fields are read directly, which a proxy would not allow
public class Policies {

    /** Households that a helper of each rank has at most, by the level of its unit (按职级结对户数). */
    public final Policy rankQuotas;

    /** What each cost term of a pairing plan counts. */
    public final Policy weights;

    /** Villages that a unit of each level is linked to at most. */
    public final Policy villagesPerUnit;

    /** What is asked of visits, and what of the phones that tell of them. */
    public final Policy visits;

    /** Links of each kind that a party and a place have at most, years of a term, least members of a team. */
    public final Policy linkLimits;

    /** Days that a leading group of each level has for a problem (问题不过周). */
    public final Policy problemDays;

    /** First and last day of the week on which inspections are made (督查暗访). */
    public final Policy inspectionDays;

    /** Days for reply, rectification and expiry on the red and the black list (红黑榜). */
    public final Policy listDays;

    /** Points of each criterion in the yearly evaluation of counties (年度考核). */
    public final Policy evaluationCounty;

    /** Points of each criterion in the yearly evaluation of units. */
    public final Policy evaluationUnit;

    /** Points of each criterion in the yearly evaluation of helpers. */
    public final Policy evaluationHelper;

    /** Points of each criterion in the yearly evaluation of resident teams (驻村工作队考核). */
    public final Policy evaluationTeam;

    /** Points from which each grade is given. */
    public final Policy evaluationGrades;

    /** What fails an evaluation whatever its points (一票否决). */
    public final Policy evaluationVetoes;

    /** Days in the village, leave, and what absence costs (驻村工作纪律). */
    public final Policy duty;

    /** Whether the households of a helper must lie in one or adjacent hamlets (一个屯或相邻屯). */
    public final Policy hamletRule;

    /** What an unmet need counts when offers are matched with needs (援助与求助对接). */
    public final Policy socialWeights;

    @Inject
    Policies(DataTables tables) {
        this(tables::listRecent);
    }

    /** @param rows of a table, those that were loaded too */
    Policies(Function<PolicyTable, List<PolicyRow>> rows) {
        rankQuotas = policy("rank-quotas", rows);
        weights = policy("weights", rows);
        villagesPerUnit = policy("villages-per-unit", rows);
        visits = policy("visit-rules", rows);
        linkLimits = policy("link-limits", rows);
        problemDays = policy("problem-days", rows);
        inspectionDays = policy("inspection-days", rows);
        listDays = policy("list-days", rows);
        evaluationCounty = policy("evaluation-county", rows);
        evaluationUnit = policy("evaluation-unit", rows);
        evaluationHelper = policy("evaluation-helper", rows);
        evaluationTeam = policy("evaluation-team", rows);
        evaluationGrades = policy("evaluation-grades", rows);
        evaluationVetoes = policy("evaluation-vetoes", rows);
        duty = policy("duty", rows);
        socialWeights = policy("social-weights", rows);
        hamletRule = policy("hamlet-rule", rows);
    }

    private static Policy policy(String name, Function<PolicyTable, List<PolicyRow>> rows) {
        PolicyTable table = PolicyTables.get(name);
        return new Policy(name, () -> table.versions(rows.apply(table)));
    }

    public List<Policy> list() {
        return List.of(
                rankQuotas,
                weights,
                villagesPerUnit,
                linkLimits,
                problemDays,
                inspectionDays,
                listDays,
                evaluationCounty,
                evaluationUnit,
                evaluationHelper,
                evaluationTeam,
                evaluationGrades,
                evaluationVetoes,
                duty,
                socialWeights,
                visits,
                hamletRule);
    }
}
