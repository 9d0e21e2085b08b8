package org.jingzhun.funding.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisbursementProcedureTest {

    private static final Instant NOW = Instant.parse("2016-04-15T02:00:00Z");
    private static final Caller AUTHOR = caller("author", "finance-officer");
    private static final Caller CHECKER = caller("checker", "finance-officer");
    private static final Caller HEAD = caller("head", "county-officer");

    private static Caller caller(String subject, String... roles) {
        return new Caller(subject, subject, Set.of(roles), Area.ofPrefix("450721"), null);
    }

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void itGoesByItsTable(Stage stage, Step step) {
        var disbursement = at(stage);
        var to = step.from().contains(stage) ? step.to() : null;
        if (to != null) {
            var taken = disbursement.take(step, rightFor(step), "because", NOW);
            assertThat(disbursement.stage()).isEqualTo(to);
            assertThat(disbursement.steps()).last().isEqualTo(taken);
        } else {
            assertThatThrownBy(() -> disbursement.take(step, rightFor(step), "", NOW))
                    .isInstanceOf(StepRefusal.NotOpen.class);
            assertThat(disbursement.stage()).isEqualTo(stage);
        }
    }

    @Test
    void threePeopleSignBeforeMoneyLeaves() {
        var both = Set.of("finance-officer", "county-officer");
        var area = Area.ofPrefix("450721");
        assertThatThrownBy(() -> at(Stage.DRAFT).take(Step.CHECK, AUTHOR, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() ->
                        at(Stage.CHECKED).take(Step.APPROVE, new Caller("author", "A", both, area, null), "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() ->
                        at(Stage.CHECKED).take(Step.APPROVE, new Caller("checker", "C", both, area, null), "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() -> at(Stage.APPROVED).take(Step.PAY, CHECKER, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() -> at(Stage.APPROVED).take(Step.PAY, new Caller("head", "H", both, area, null), "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
    }

    @Test
    void whatHasNothingLeftIsNotApproved() {
        var disbursement = at(Stage.CHECKED);
        disbursement.holds(0, Money.ZERO, 1, Money.ofYuan(1));
        assertThatThrownBy(() -> disbursement.take(Step.APPROVE, HEAD, "", NOW))
                .isInstanceOf(DisbursementRefusal.NothingToPay.class);
    }

    private static Caller rightFor(Step step) {
        return switch (step) {
            case DRAFT, PAY -> AUTHOR;
            case CHECK -> CHECKER;
            case APPROVE, RETURN -> HEAD;
        };
    }

    private static Disbursement at(Stage stage) {
        var disbursement = new Disbursement(
                UUID.randomUUID(),
                new Disbursement.Matter(450721000000L, DisbursementKind.HOUSEHOLDS, "RAIN_AND_DEW", 2016, null, "雨露计划"),
                AUTHOR,
                NOW);
        disbursement.holds(1, Money.ofYuan(1), 0, Money.ZERO);
        var way =
                switch (stage) {
                    case DRAFT -> List.<Step>of();
                    case CHECKED -> List.of(Step.CHECK);
                    case APPROVED -> List.of(Step.CHECK, Step.APPROVE);
                    case PAID -> List.of(Step.CHECK, Step.APPROVE, Step.PAY);
                    case RETURNED -> List.of(Step.RETURN);
                };
        way.forEach(step -> disbursement.take(step, rightFor(step), "", NOW));
        return disbursement;
    }
}
