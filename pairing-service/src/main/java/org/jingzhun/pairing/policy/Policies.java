package org.jingzhun.pairing.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules of this service. */
@ApplicationScoped
public class Policies {

    /** Households that a helper of each rank has at most (按职级结对户数). */
    public final Policy rankQuotas = Policy.read("rank-quotas");

    /** What each cost term of a pairing plan counts. */
    public final Policy weights = Policy.read("weights");

    /** Villages that a unit of each level is linked to at most. */
    public final Policy villagesPerUnit = Policy.read("villages-per-unit");

    /** What is asked of visits, and what of the phones that tell of them. */
    public final Policy visits = Policy.read("visit-rules");

    /** Links of each kind that a party and a place have at most, years of a term, least members of a team. */
    public final Policy linkLimits = Policy.read("link-limits");

    /** Days that a leading group of each level has for a problem (问题不过周). */
    public final Policy problemDays = Policy.read("problem-days");

    /** First and last day of the week on which inspections are made (督查暗访). */
    public final Policy inspectionDays = Policy.read("inspection-days");

    /** Days for reply, rectification and expiry on the red and the black list (红黑榜). */
    public final Policy listDays = Policy.read("list-days");

    /** Points of each criterion in the yearly evaluation of counties (年度考核). */
    public final Policy evaluationCounty = Policy.read("evaluation-county");

    /** Points of each criterion in the yearly evaluation of units. */
    public final Policy evaluationUnit = Policy.read("evaluation-unit");

    /** Points of each criterion in the yearly evaluation of helpers. */
    public final Policy evaluationHelper = Policy.read("evaluation-helper");

    /** Points of each criterion in the yearly evaluation of resident teams (驻村工作队考核). */
    public final Policy evaluationTeam = Policy.read("evaluation-team");

    /** Points from which each grade is given. */
    public final Policy evaluationGrades = Policy.read("evaluation-grades");

    /** What fails an evaluation whatever its points (一票否决). */
    public final Policy evaluationVetoes = Policy.read("evaluation-vetoes");

    /** Days in the village, leave, and what absence costs (驻村工作纪律). */
    public final Policy duty = Policy.read("duty");

    /** What an unmet need counts when offers are matched with needs (援助与求助对接). */
    public final Policy socialWeights = Policy.read("social-weights");

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
                visits);
    }
}
