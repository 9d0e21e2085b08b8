package org.jingzhun.funding.loan;

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
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Repaid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of a loan: every stage with every step, and who may take which. */
class LoanProcedureTest {

    private static final Instant NOW = Instant.parse("2016-03-01T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
    private static final Caller CLERK = caller("clerk", "village-officer");
    private static final Caller REVIEWER = caller("reviewer", "township-officer");
    private static final Caller BANK = caller("bank", "system");
    private static final Caller CASHIER = caller("cashier", "system");
    private static final Caller HEAD = caller("head", "county-officer");

    /** The regulation once more, written down by hand. */
    private static final Map<LoanStage, Map<LoanStep, LoanStage>> REGULATION = Map.of(
            LoanStage.APPLIED,
            Map.of(
                    LoanStep.VILLAGE_REVIEW,
                    LoanStage.REVIEWED,
                    LoanStep.REFUSE,
                    LoanStage.REFUSED,
                    LoanStep.WITHDRAW,
                    LoanStage.WITHDRAWN),
            LoanStage.REVIEWED,
            Map.of(
                    LoanStep.BANK_APPROVE,
                    LoanStage.APPROVED,
                    LoanStep.REFUSE,
                    LoanStage.REFUSED,
                    LoanStep.WITHDRAW,
                    LoanStage.WITHDRAWN),
            LoanStage.APPROVED,
            Map.of(LoanStep.DISBURSE, LoanStage.ACTIVE, LoanStep.WITHDRAW, LoanStage.WITHDRAWN),
            LoanStage.ACTIVE,
            Map.of(
                    LoanStep.USE_CHECK,
                    LoanStage.ACTIVE,
                    LoanStep.EXTEND,
                    LoanStage.ACTIVE,
                    LoanStep.SETTLE,
                    LoanStage.SETTLED,
                    LoanStep.WRITE_OFF,
                    LoanStage.WRITTEN_OFF));

    private static Caller caller(String subject, String... roles) {
        return new Caller(subject, subject, Set.of(roles), Area.EVERYWHERE, null);
    }

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(LoanStage.values())
                .flatMap(stage -> Arrays.stream(LoanStep.values()).map(step -> Arguments.of(stage, step)));
    }

    private static Caller rightFor(LoanStep step) {
        return switch (step) {
            case APPLY, WITHDRAW -> CLERK;
            case VILLAGE_REVIEW, USE_CHECK, REFUSE -> REVIEWER;
            case BANK_APPROVE -> BANK;
            case DISBURSE, EXTEND, SETTLE -> CASHIER;
            case WRITE_OFF -> HEAD;
        };
    }

    private static Loan at(LoanStage stage) {
        var loan = new Loan(
                UUID.randomUUID(),
                new Application(
                        UUID.randomUUID(),
                        451031100201L,
                        null,
                        Product.MICRO_CREDIT,
                        "MICRO-2015",
                        5_000_000,
                        12,
                        LoanUse.BREEDING,
                        "",
                        DAY,
                        null,
                        null),
                CLERK,
                NOW);
        var way =
                switch (stage) {
                    case APPLIED -> List.<LoanStep>of();
                    case REVIEWED -> List.of(LoanStep.VILLAGE_REVIEW);
                    case APPROVED -> List.of(LoanStep.VILLAGE_REVIEW, LoanStep.BANK_APPROVE);
                    case ACTIVE -> List.of(LoanStep.VILLAGE_REVIEW, LoanStep.BANK_APPROVE, LoanStep.DISBURSE);
                    case SETTLED ->
                        List.of(LoanStep.VILLAGE_REVIEW, LoanStep.BANK_APPROVE, LoanStep.DISBURSE, LoanStep.SETTLE);
                    case WRITTEN_OFF ->
                        List.of(LoanStep.VILLAGE_REVIEW, LoanStep.BANK_APPROVE, LoanStep.DISBURSE, LoanStep.WRITE_OFF);
                    case REFUSED -> List.of(LoanStep.REFUSE);
                    case WITHDRAWN -> List.of(LoanStep.WITHDRAW);
                };
        way.forEach(step -> take(loan, step, rightFor(step)));
        return loan;
    }

    private static LoanStepTaken take(Loan loan, LoanStep step, Caller officer) {
        return switch (step) {
            case BANK_APPROVE ->
                loan.approve(
                        new Contract(
                                "RURAL_CREDIT",
                                "1",
                                43_500,
                                43_500,
                                0,
                                DayCount.ACT_360,
                                Every.QUARTER,
                                Repaid.AT_END,
                                Security.NONE,
                                null),
                        officer,
                        "",
                        NOW);
            case DISBURSE -> loan.disburse(new Term(DAY, DAY.plusYears(1), DAY, DAY.plusYears(1)), officer, "", NOW);
            case USE_CHECK -> loan.check(UseFinding.PROPER, officer, "seen", NOW);
            case EXTEND -> loan.extend(new Term(DAY, DAY.plusYears(2), DAY, DAY.plusYears(1)), null, officer, "", NOW);
            case SETTLE, WRITE_OFF -> loan.close(step, DAY, officer, "", NOW);
            case APPLY, VILLAGE_REVIEW, REFUSE, WITHDRAW -> loan.take(step, officer, "", NOW);
        };
    }

    private static LoanRefusal refusal(Loan loan, LoanStep step, Caller officer) {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(
                LoanException.class, () -> take(loan, step, officer));
        return thrown.refusal();
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(LoanStage stage, LoanStep step) {
        var loan = at(stage);
        var to = REGULATION.getOrDefault(stage, Map.of()).get(step);
        if (to != null) {
            assertThat(take(loan, step, rightFor(step))).isEqualTo(loan.steps().getLast());
            assertThat(loan.stage()).isEqualTo(to);
        } else {
            assertThat(refusal(loan, step, rightFor(step))).isEqualTo(new LoanRefusal.StepNotOpen(step, stage));
            assertThat(loan.stage()).isEqualTo(stage);
        }
    }

    @Test
    void everyStageCanBeReached() {
        var reached = EnumSet.of(LoanStep.APPLY.to());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var step : LoanStep.values()) {
                grew |= step.from().stream().anyMatch(reached::contains) && reached.add(step.to());
            }
        }
        assertThat(reached).containsExactly(LoanStage.values());
    }

    @ParameterizedTest
    @EnumSource(value = LoanStep.class, mode = EnumSource.Mode.EXCLUDE, names = "APPLY")
    void noOtherOfficeMayTakeAStep(LoanStep step) {
        var stranger = caller("stranger", "auditor", "helper", "city-officer");
        for (var stage : step.from()) {
            assertThat(refusal(at(stage), step, stranger)).isEqualTo(new LoanRefusal.NotThisOffice(step));
        }
    }

    @Test
    void anApplicationIsTakenDownByAnOfficeThatMay() {
        assertThatThrownBy(
                        () -> new Loan(UUID.randomUUID(), at(LoanStage.APPLIED).application(), HEAD, NOW))
                .isInstanceOf(LoanException.class);
    }

    @Test
    void whoeverHadAPartInALoanDoesNotDecideOrCheckIt() {
        var everything = Set.of("village-officer", "township-officer", "county-officer", "finance-officer", "system");
        for (var step : LoanStep.values()) {
            for (var earlier : step.mustDifferFrom()) {
                var both = new Caller(rightFor(earlier).subject(), "", everything, Area.EVERYWHERE, null);
                for (var stage : step.from()) {
                    var loan = at(stage);
                    if (loan.steps().stream().anyMatch(taken -> taken.step() == earlier)) {
                        assertThat(refusal(loan, step, both))
                                .as(step + " after " + earlier)
                                .isInstanceOf(LoanRefusal.SamePerson.class);
                    }
                }
            }
        }
        assertThat(LoanStep.USE_CHECK.mustDifferFrom())
                .contains(LoanStep.APPLY, LoanStep.BANK_APPROVE, LoanStep.DISBURSE);
    }

    /** Writes the diagram of the README anew when it is not that of the table, and fails, so that it is committed. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        Diagram.requireInReadme("LoanProcedureTest", LoanStep.values());
    }
}
