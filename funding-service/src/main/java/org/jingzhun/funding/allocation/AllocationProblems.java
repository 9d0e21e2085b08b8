package org.jingzhun.funding.allocation;

import java.util.Locale;
import org.jingzhun.chassis.http.Problem;

/** Turns every refusal of allocating into the problem that its client reads. */
public final class AllocationProblems {

    private AllocationProblems() {}

    public static Problem of(AllocationRefusal refusal) {
        return switch (refusal) {
            case AllocationRefusal.UnknownPlan unknown -> Problem.of(404, "not-found");
            case AllocationRefusal.StepNotOpen closed ->
                Problem.of(
                                409,
                                "step-not-open",
                                closed.step(),
                                closed.stage(),
                                closed.step().from())
                        .with("stage", closed.stage());
            case AllocationRefusal.NotThisOffice foreign ->
                Problem.of(
                        403, "not-this-office", foreign.step(), foreign.step().takenBy());
            case AllocationRefusal.SamePerson same -> Problem.of(409, "same-person", same.step(), same.earlier());
            case AllocationRefusal.TakenElsewhere elsewhere ->
                Problem.of(422, "step-taken-elsewhere", elsewhere.step());
            case AllocationRefusal.ModeNotAvailable mode -> Problem.of(422, "mode-not-available", mode.mode());
            case AllocationRefusal.NotDivisible not ->
                Problem.of(422, not.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), not.detail());
            case AllocationRefusal.UnknownParameterSet unknown ->
                Problem.of(422, "unknown-parameter-set", unknown.known());
            case AllocationRefusal.CountyMissing missing -> Problem.of(422, "county-missing");
            case AllocationRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case AllocationRefusal.CountyFixed fixed -> Problem.of(422, "county-fixed");
        };
    }
}
