package org.jingzhun.funding.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentProcedureTest {

    private static final Caller CLERK =
            new Caller("clerk", "Clerk", Set.of("finance-officer"), Area.ofPrefix("450721"), null);

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(PaymentStage.values())
                .flatMap(stage -> Arrays.stream(PaymentStep.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void itGoesByItsTable(PaymentStage stage, PaymentStep step) {
        var payment = at(stage);
        if (!step.isTakenAlone()) {
            assertThatThrownBy(() -> payment.requireMayTake(step, CLERK, List.of()))
                    .isInstanceOf(DisbursementRefusal.TakenElsewhere.class);
        } else if (!step.from().contains(stage)) {
            assertThatThrownBy(() -> payment.requireMayTake(step, CLERK, List.of()))
                    .isInstanceOf(StepRefusal.NotOpen.class);
        } else {
            assertThat(payment.requireMayTake(step, CLERK, List.of())).isEqualTo("finance-officer");
        }
    }

    @Test
    void whoeverCorrectsAPayeeDoesNotSendTheMoneyThere() {
        var corrected = List.of(new Payment.Signed(PaymentStep.CORRECT, "clerk"));
        assertThatThrownBy(() -> at(PaymentStage.CORRECTED).requireMayTake(PaymentStep.RETRY, CLERK, corrected))
                .isInstanceOf(StepRefusal.SamePerson.class);
        var stranger = new Caller("s", "S", Set.of("county-officer", "auditor"), Area.ofPrefix("450721"), null);
        assertThatThrownBy(() -> at(PaymentStage.CORRECTED).requireMayTake(PaymentStep.RETRY, stranger, corrected))
                .isInstanceOf(StepRefusal.NotThisOffice.class);
    }

    private static Payment at(PaymentStage stage) {
        return new Payment(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                PayableKind.BENEFIT,
                "RAIN_AND_DEW",
                null,
                450721900201L,
                UUID.randomUUID(),
                null,
                null,
                AccountKey.budget(450721000000L, UUID.randomUUID(), 2016),
                Money.ofYuan(1),
                stage,
                null,
                null,
                0);
    }
}
