package org.jingzhun.funding.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.testing.Diagram;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of a bank's claim: every stage with every step, and who may take which. */
class ClaimProcedureTest {

    private static final Instant NOW = Instant.parse("2017-02-01T02:00:00Z");
    private static final Caller CLAIMANT = caller("claimant", "finance-officer");
    private static final Caller CHECKER = caller("checker", "finance-officer");
    private static final Caller HEAD = caller("head", "county-officer");

    /** The regulation once more, written down by hand. */
    private static final Map<ClaimStage, Map<ClaimStep, ClaimStage>> REGULATION = Map.of(
            ClaimStage.CLAIMED,
            Map.of(ClaimStep.CHECK, ClaimStage.CHECKED, ClaimStep.REJECT, ClaimStage.REJECTED),
            ClaimStage.CHECKED,
            Map.of(ClaimStep.APPROVE, ClaimStage.APPROVED, ClaimStep.REJECT, ClaimStage.REJECTED),
            ClaimStage.APPROVED,
            Map.of(ClaimStep.PAY, ClaimStage.PAYING, ClaimStep.REJECT, ClaimStage.REJECTED),
            ClaimStage.PAYING,
            Map.of(ClaimStep.ARRIVE, ClaimStage.PAID, ClaimStep.BOUNCE, ClaimStage.APPROVED),
            ClaimStage.PAID,
            Map.of(ClaimStep.BOUNCE, ClaimStage.APPROVED),
            ClaimStage.REJECTED,
            Map.of());

    private static Caller caller(String subject, String... roles) {
        return new Caller(subject, subject, Set.of(roles), Area.EVERYWHERE, null);
    }

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(ClaimStage.values())
                .flatMap(stage -> Arrays.stream(ClaimStep.values()).map(step -> Arguments.of(stage, step)));
    }

    private static Caller rightFor(ClaimStep step) {
        return switch (step) {
            case CLAIM -> CLAIMANT;
            case CHECK, PAY, ARRIVE, BOUNCE, REJECT -> CHECKER;
            case APPROVE -> HEAD;
        };
    }

    private static BankClaim at(ClaimStage stage) {
        var claim = new BankClaim(
                UUID.randomUUID(), ClaimKind.SUBSIDY, 451031000000L, "RURAL_CREDIT", Money.ofFen(1), CLAIMANT, NOW);
        var way =
                switch (stage) {
                    case CLAIMED -> List.<ClaimStep>of();
                    case CHECKED -> List.of(ClaimStep.CHECK);
                    case APPROVED -> List.of(ClaimStep.CHECK, ClaimStep.APPROVE);
                    case PAYING -> List.of(ClaimStep.CHECK, ClaimStep.APPROVE, ClaimStep.PAY);
                    case PAID -> List.of(ClaimStep.CHECK, ClaimStep.APPROVE, ClaimStep.PAY, ClaimStep.ARRIVE);
                    case REJECTED -> List.of(ClaimStep.REJECT);
                };
        way.forEach(step -> take(claim, step));
        return claim;
    }

    private static ClaimStepTaken take(BankClaim claim, ClaimStep step) {
        return switch (step) {
            case PAY -> claim.order(UUID.randomUUID(), rightFor(step), "", NOW);
            case ARRIVE -> claim.arrive(LocalDate.of(2017, 2, 1), rightFor(step), NOW);
            case BOUNCE -> claim.bounce(rightFor(step), NOW);
            case CLAIM, CHECK, APPROVE, REJECT -> claim.take(step, rightFor(step), "", NOW);
        };
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(ClaimStage stage, ClaimStep step) {
        var claim = at(stage);
        var to = REGULATION.getOrDefault(stage, Map.of()).get(step);
        if (to != null) {
            assertThat(take(claim, step)).isEqualTo(claim.steps().getLast());
            assertThat(claim.stage()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> take(claim, step)).isInstanceOf(ClaimRefusal.StepNotOpen.class);
            assertThat(claim.stage()).isEqualTo(stage);
        }
    }

    @Test
    void everyStageCanBeReached() {
        var reached = EnumSet.of(ClaimStep.CLAIM.to());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var step : ClaimStep.values()) {
                grew |= step.from().stream().anyMatch(reached::contains) && reached.add(step.to());
            }
        }
        assertThat(reached).containsExactly(ClaimStage.values());
    }

    @Test
    void noOtherOfficeMayTakeAStep() {
        var stranger = caller("stranger", "village-officer", "auditor", "helper", "city-officer");
        for (var step : EnumSet.complementOf(EnumSet.of(ClaimStep.CLAIM))) {
            for (var stage : step.from()) {
                assertThatThrownBy(() -> at(stage).take(step, stranger, "", NOW))
                        .isInstanceOf(ClaimRefusal.NotThisOffice.class);
            }
        }
    }

    @Test
    void whoeverClaimedDoesNotCheckDecideOrPayAndWhoeverDecidedDoesNotPay() {
        var all = caller("claimant", "finance-officer", "county-officer");
        assertThatThrownBy(() -> at(ClaimStage.CLAIMED).take(ClaimStep.CHECK, all, "", NOW))
                .isInstanceOf(ClaimRefusal.SamePerson.class);
        assertThatThrownBy(() -> at(ClaimStage.CHECKED).take(ClaimStep.APPROVE, all, "", NOW))
                .isInstanceOf(ClaimRefusal.SamePerson.class);
        assertThatThrownBy(() -> at(ClaimStage.APPROVED).take(ClaimStep.PAY, all, "", NOW))
                .isInstanceOf(ClaimRefusal.SamePerson.class);
        var head = caller("head", "finance-officer", "county-officer");
        assertThatThrownBy(() -> at(ClaimStage.APPROVED).take(ClaimStep.PAY, head, "", NOW))
                .isInstanceOf(ClaimRefusal.SamePerson.class)
                .hasMessageContaining("APPROVE");
        var checker = caller("checker", "finance-officer", "county-officer");
        assertThatThrownBy(() -> at(ClaimStage.CHECKED).take(ClaimStep.APPROVE, checker, "", NOW))
                .isInstanceOf(ClaimRefusal.SamePerson.class);
    }

    /** Writes the diagram of the README anew when it is not that of the table, and fails, so that it is committed. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        Diagram.requireInReadme(
                "ClaimProcedureTest",
                Arrays.stream(ClaimStep.values())
                        .map(step -> new Diagram.Arrow(
                                step.name(),
                                step.from().stream().sorted().map(Enum::name).toList(),
                                step.to(),
                                step.takenBy()))
                        .toList());
    }
}
