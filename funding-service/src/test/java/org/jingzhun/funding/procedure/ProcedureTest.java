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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The full matrix of stages and steps of each procedure, the separation of duties, and the README's pictures. */
class ProcedureTest {

    private static final Instant NOW = Instant.parse("2018-02-05T02:00:00Z");

    /** They look, help and count, and decide nothing about money. */
    private static final Set<String> NEVER = Set.of("auditor", "helper", "surveyor");

    private static final Set<String> OFFICES = Set.of(
            "auditor",
            "helper",
            "surveyor",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "finance-officer",
            "supervisor",
            "system");

    static Stream<Arguments> procedures() {
        return Regulation.ALL.stream().map(Arguments::of);
    }

    private static Officer rightFor(Move<?> step, String person) {
        return new Officer(person, person, step.takenBy());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(Regulation<S> procedure) {
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
        assertThat(found).isEqualTo(procedure.ways());
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
    <S extends Enum<S>> void everyStageCanBeReached(Regulation<S> procedure) {
        Stream<S> begins = Stream.ofNullable(procedure.begunAt());
        Stream<S> reached = Arrays.stream(procedure.steps()).map(Move::to);
        assertThat(Stream.concat(begins, reached).distinct()).containsExactlyInAnyOrder(procedure.stages());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void noOtherOfficeMayTakeAStep(Regulation<S> procedure) {
        for (var step : procedure.steps()) {
            var others = new HashSet<>(OFFICES);
            others.removeAll(step.takenBy());
            assertThat(others).as(step.name()).containsAll(NEVER);
            var stranger = new Officer("stranger", "S", others);
            var stage = step.from().stream().findFirst().orElse(null);
            assertThatThrownBy(() -> Signing.sign(step, stage, stranger, List.of(), "", NOW))
                    .as(step.name())
                    .isInstanceOf(StepRefusal.NotThisOffice.class);
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    <S extends Enum<S>> void nobodySignsTwiceWhereTwoPersonsMustSign(Regulation<S> procedure) {
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
        for (var procedure : Regulation.ALL) {
            var name = "ProcedureTest, " + procedure.name();
            var begunAt = procedure.begunAt();
            if (begunAt == null) {
                Diagram.requireInReadme(name, procedure.steps());
            } else {
                Diagram.requireInReadme(name, begunAt, procedure.steps());
            }
        }
    }
}
