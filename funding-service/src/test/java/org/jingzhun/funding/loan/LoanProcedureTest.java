package org.jingzhun.funding.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Repaid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    private static StepRefusal refusal(Loan loan, LoanStep step, Caller officer) {
        return catchThrowableOfType(StepRefusal.class, () -> take(loan, step, officer));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void itGoesByItsTable(LoanStage stage, LoanStep step) {
        var loan = at(stage);
        var to = step.from().contains(stage) ? step.to() : null;
        if (to != null) {
            assertThat(take(loan, step, rightFor(step))).isEqualTo(loan.steps().getLast());
            assertThat(loan.stage()).isEqualTo(to);
        } else {
            assertThat(refusal(loan, step, rightFor(step))).isInstanceOf(StepRefusal.NotOpen.class);
            assertThat(loan.stage()).isEqualTo(stage);
        }
    }

    @Test
    void anApplicationIsTakenDownByAnOfficeThatMay() {
        assertThatThrownBy(
                        () -> new Loan(UUID.randomUUID(), at(LoanStage.APPLIED).application(), HEAD, NOW))
                .isInstanceOf(StepRefusal.NotThisOffice.class);
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
                                .isInstanceOf(StepRefusal.SamePerson.class);
                    }
                }
            }
        }
        assertThat(LoanStep.USE_CHECK.mustDifferFrom())
                .contains(LoanStep.APPLY, LoanStep.BANK_APPROVE, LoanStep.DISBURSE);
    }
}
