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
     * @param before the steps so far
     * @throws StepRefusal if the step is not open, not this officer's, or was to be taken by another person
     */
    public static <S extends Enum<S>> Signature sign(
            Move<S> step,
            @Nullable S stage,
            Officer officer,
            List<? extends TakenStep> before,
            String remark,
            Instant now) {
        var role = requireMayTake(step, stage, officer, before);
        return new Signature(step.name(), officer.subject(), officer.name(), role, remark, now);
    }

    /**
     * Asks without signing.
     *
     * @return the role by which the officer may
     * @throws StepRefusal as {@link #sign} would
     */
    public static <S extends Enum<S>> String requireMayTake(
            Move<S> step, @Nullable S stage, Officer officer, List<? extends TakenStep> before) {
        boolean open = stage == null ? step.from().isEmpty() : step.from().contains(stage);
        if (!open) {
            throw notOpen(step, stage);
        }
        var role = step.takenBy().stream()
                .sorted()
                .filter(officer.roles()::contains)
                .findFirst()
                .orElseThrow(() -> new StepRefusal.NotThisOffice(
                        step.name(), step.takenBy().stream().sorted().toList()));
        for (var taken : before) {
            var earlier = taken.step().toString();
            boolean mustDiffer = step.mustDifferFrom().stream()
                    .anyMatch(other -> other.name().equals(earlier));
            if (mustDiffer && taken.takenBy().equals(officer.subject())) {
                throw new StepRefusal.SamePerson(step.name(), earlier);
            }
        }
        return role;
    }

    /** For what has a path of its own, open only where its step is. */
    public static <S extends Enum<S>> StepRefusal notOpen(Move<S> step, @Nullable S stage) {
        return new StepRefusal.NotOpen(
                step.name(),
                stage == null ? "-" : stage.name(),
                step.from().stream().map(Enum::name).sorted().toList());
    }
}
