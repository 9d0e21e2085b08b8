package org.jingzhun.funding.claim.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.claim.BankClaim;
import org.jingzhun.funding.claim.ClaimStep;

/** A step of a claim with its signature. */
@Schema(name = "ClaimStepTaken")
public record ClaimStepView(ClaimStep step, String takenBy, String name, String role, String remark, Instant takenAt) {

    public static List<ClaimStepView> listOf(BankClaim claim) {
        return claim.steps().stream()
                .map(taken -> new ClaimStepView(
                        taken.step(), taken.takenBy(), taken.name(), taken.role(), taken.remark(), taken.takenAt()))
                .toList();
    }
}
