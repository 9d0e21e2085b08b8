package org.jingzhun.chassis.procedure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the table of a procedure whether a step may be taken. */
public final class Signing {

    private Signing() {}

    /**
     * The signature under a step.
     *
     * @param stage where the procedure stands, null before it has begun
     * @param before the signatures so far
     * @throws StepRefusal if the step is not open, not this officer's, or was to be taken by another person
     */
    public static <S extends Enum<S>> Signature sign(
            Move<S> step, @Nullable S stage, Officer officer, List<Signature> before, String remark, Instant now) {
        boolean open = stage == null ? step.from().isEmpty() : step.from().contains(stage);
        if (!open) {
            throw new StepRefusal.NotOpen(
                    step.name(),
                    stage == null ? "-" : stage.name(),
                    step.from().stream().map(Enum::name).sorted().toList());
        }
        var role = step.takenBy().stream()
                .sorted()
                .filter(officer.roles()::contains)
                .findFirst()
                .orElseThrow(() -> new StepRefusal.NotThisOffice(
                        step.name(), step.takenBy().stream().sorted().toList()));
        for (var signed : before) {
            boolean mustDiffer = step.mustDifferFrom().stream()
                    .anyMatch(other -> other.name().equals(signed.step()));
            if (mustDiffer && signed.takenBy().equals(officer.subject())) {
                throw new StepRefusal.SamePerson(step.name(), signed.step());
            }
        }
        return new Signature(step.name(), officer.subject(), officer.name(), role, remark, now);
    }
}
