package org.jingzhun.funding.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.testing.Diagram;
import org.jingzhun.funding.asset.AssignmentStage;
import org.jingzhun.funding.asset.AssignmentStep;
import org.jingzhun.funding.asset.DividendStage;
import org.jingzhun.funding.asset.DividendStep;
import org.jingzhun.funding.donation.DonationStage;
import org.jingzhun.funding.donation.DonationStep;
import org.jingzhun.funding.fund.AidStage;
import org.jingzhun.funding.fund.AidStep;
import org.jingzhun.funding.yearend.ReclaimStage;
import org.jingzhun.funding.yearend.ReclaimStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The full matrix of stages and steps of each procedure, the separation of duties, and the README's pictures. */
class ProcedureTest {

    private static final Instant NOW = Instant.parse("2018-02-05T02:00:00Z");

    /** A procedure with its regulation written down by hand: what leads from where to where. */
    record Procedure<S extends Enum<S>>(
            String name, S[] stages, Move<S>[] steps, Set<String> regulation, Set<String> differs) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Procedure<AssignmentStage> ASSIGNMENT = new Procedure<>(
            "assignment",
            AssignmentStage.values(),
            AssignmentStep.values(),
            Set.of(
                    "- PLAN PLANNED",
                    "PLANNED REVIEW REVIEWED",
                    "REVIEWED APPROVE EFFECTIVE",
                    "PLANNED DROP DROPPED",
                    "REVIEWED DROP DROPPED"),
            Set.of("REVIEW PLAN", "APPROVE PLAN", "APPROVE REVIEW"));

    private static final Procedure<DividendStage> DIVIDEND = new Procedure<>(
            "dividend",
            DividendStage.values(),
            DividendStep.values(),
            Set.of(
                    "- PLAN PLANNED",
                    "PLANNED REVIEW REVIEWED",
                    "REVIEWED NOTICE NOTICED",
                    "NOTICED APPROVE APPROVED",
                    "APPROVED PAY PAYING",
                    "PAYING SETTLE PAID",
                    "PAYING RELEASE PAID",
                    "PAID RELEASE PAID",
                    "PLANNED CANCEL CANCELLED",
                    "REVIEWED CANCEL CANCELLED",
                    "NOTICED CANCEL CANCELLED",
                    "APPROVED CANCEL CANCELLED"),
            Set.of("REVIEW PLAN", "APPROVE PLAN", "APPROVE REVIEW", "PAY APPROVE", "RELEASE PAY"));

    private static final Procedure<AidStage> AID = new Procedure<>(
            "aid",
            AidStage.values(),
            AidStep.values(),
            Set.of(
                    "- APPLY APPLIED",
                    "APPLIED VERIFY VERIFIED",
                    "VERIFIED REVIEW REVIEWED",
                    "REVIEWED APPROVE APPROVED",
                    "APPROVED PAY PAYING",
                    "PAYING ARRIVE PAID",
                    "PAYING BOUNCE APPROVED",
                    "PAID SETTLE SETTLED",
                    "PAID WRITE_OFF WRITTEN_OFF",
                    "APPLIED REJECT REJECTED",
                    "VERIFIED REJECT REJECTED",
                    "REVIEWED REJECT REJECTED"),
            Set.of(
                    "VERIFY APPLY",
                    "REVIEW APPLY",
                    "REVIEW VERIFY",
                    "APPROVE APPLY",
                    "APPROVE VERIFY",
                    "APPROVE REVIEW",
                    "PAY REVIEW",
                    "PAY APPROVE",
                    "WRITE_OFF APPROVE",
                    "WRITE_OFF PAY"));

    private static final Procedure<DonationStage> DONATION = new Procedure<>(
            "donation",
            DonationStage.values(),
            DonationStep.values(),
            Set.of(
                    "- RECORD RECORDED",
                    "RECORDED RECEIPT RECEIPTED",
                    "RECEIPTED REPORT REPORTED",
                    "REPORTED REPORT REPORTED",
                    "RECEIPTED RETURN RETURNED",
                    "REPORTED RETURN RETURNED",
                    "RECORDED DROP DROPPED"),
            Set.of("RECEIPT RECORD", "RETURN RECORD", "RETURN RECEIPT"));

    private static final Procedure<ReclaimStage> RECLAIM = new Procedure<>(
            "reclaim",
            ReclaimStage.values(),
            ReclaimStep.values(),
            Set.of("- PROPOSE PROPOSED", "PROPOSED APPROVE BOOKED", "PROPOSED REJECT REJECTED"),
            Set.of("APPROVE PROPOSE", "REJECT PROPOSE"));

    static Stream<Arguments> procedures() {
        return Stream.of(ASSIGNMENT, DIVIDEND, AID, DONATION, RECLAIM).map(Arguments::of);
    }

    private static Officer rightFor(Move<?> step, String person) {
        return new Officer(person, person, step.takenBy());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(Procedure<S> procedure) {
        var found = new HashSet<String>();
        for (var step : procedure.steps()) {
            for (var stage : procedure.stages()) {
                if (opens(step, stage)) {
                    found.add(stage + " " + step + " " + step.to());
                }
            }
            if (opens(step, null)) {
                found.add("- " + step + " " + step.to());
            }
        }
        assertThat(found).isEqualTo(procedure.regulation());
    }

    private static <S extends Enum<S>> boolean opens(Move<S> step, @Nullable S stage) {
        try {
            var signature = Signing.sign(step, stage, rightFor(step, "anybody"), List.of(), "because", NOW);
            assertThat(signature.step()).isEqualTo(step.name());
            assertThat(step.takenBy()).contains(signature.role());
            return true;
        } catch (StepRefusal.NotOpen closed) {
            assertThat(closed.step()).isEqualTo(step.name());
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void everyStageCanBeReached(Procedure<S> procedure) {
        assertThat(Arrays.stream(procedure.steps()).map(Move::to).distinct())
                .containsExactlyInAnyOrder(procedure.stages());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void noOtherOfficeMayTakeAStep(Procedure<S> procedure) {
        var stranger =
                new Officer("stranger", "S", Set.of("auditor", "helper", "city-officer", "surveyor", "supervisor"));
        for (var step : procedure.steps()) {
            var stage = step.from().stream().findFirst().orElse(null);
            assertThatThrownBy(() -> Signing.sign(step, stage, stranger, List.of(), "", NOW))
                    .as(step.name())
                    .isInstanceOf(StepRefusal.NotThisOffice.class);
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void nobodySignsTwiceWhereTwoPersonsMustSign(Procedure<S> procedure) {
        var found = new HashSet<String>();
        for (var step : procedure.steps()) {
            for (var earlier : procedure.steps()) {
                var signed = new Signature(earlier.name(), "same", "Same", "role", "", NOW);
                var stage = step.from().stream().findFirst().orElse(null);
                try {
                    var other = Signing.sign(step, stage, rightFor(step, "other"), List.of(signed), "", NOW);
                    assertThat(other.takenBy()).isEqualTo("other");
                    var again = Signing.sign(step, stage, rightFor(step, "same"), List.of(signed), "", NOW);
                    assertThat(again.takenBy()).isEqualTo("same");
                } catch (StepRefusal.SamePerson same) {
                    found.add(same.step() + " " + same.earlier());
                }
            }
        }
        assertThat(found).isEqualTo(procedure.differs());
    }

    /** Writes the diagrams of the README anew when they are not those of the tables, and fails, so that they are committed. */
    @Test
    void theReadmeShowsTheTables() throws Exception {
        for (var procedure : List.of(ASSIGNMENT, DIVIDEND, AID, DONATION, RECLAIM)) {
            Diagram.requireInReadme("ProcedureTest, " + procedure.name(), procedure.steps());
        }
    }
}
