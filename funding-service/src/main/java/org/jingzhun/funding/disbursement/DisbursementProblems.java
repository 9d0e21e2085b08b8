package org.jingzhun.funding.disbursement;

import org.jingzhun.chassis.http.Problem;

/** Turns every refusal of disbursing into the problem that its client reads. */
public final class DisbursementProblems {

    private DisbursementProblems() {}

    public static Problem of(DisbursementRefusal refusal) {
        return switch (refusal) {
            case DisbursementRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case DisbursementRefusal.TakenElsewhere elsewhere ->
                Problem.of(422, "payment-step-taken-elsewhere", elsewhere.step());
            case DisbursementRefusal.NothingToPay nothing -> Problem.of(422, "nothing-to-pay");
            case DisbursementRefusal.UnknownBenefit unknown ->
                Problem.of(422, "unknown-benefit", unknown.benefit(), Integer.toString(unknown.year()));
            case DisbursementRefusal.OnNegativeList listed ->
                Problem.of(422, "on-negative-list", listed.item(), listed.version())
                        .with("item", listed.item());
            case DisbursementRefusal.NoNegativeList none -> Problem.of(422, "no-negative-list");
            case DisbursementRefusal.AboveProgress above ->
                Problem.of(409, "above-progress", above.most())
                        .with("available", above.most().toString());
            case DisbursementRefusal.SeveralCounties several -> Problem.of(422, "several-counties");
            case DisbursementRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
        };
    }
}
