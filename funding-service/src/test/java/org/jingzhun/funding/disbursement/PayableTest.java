package org.jingzhun.funding.disbursement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

class PayableTest {

    @Test
    void aPayableThatExistsIsPositiveAndOfTheRightKind() {
        var from = AccountKey.budget(450743000000L, UUID.randomUUID(), 2016);
        assertThatThrownBy(() -> new Payable(
                        UUID.randomUUID(),
                        PayableKind.BENEFIT,
                        UUID.randomUUID(),
                        null,
                        450743900201L,
                        from,
                        Money.ofFen(1),
                        "x"))
                .hasMessageContaining("claimed");
        assertThatThrownBy(() -> new Payable(
                        UUID.randomUUID(),
                        PayableKind.DIVIDEND,
                        UUID.randomUUID(),
                        null,
                        450743900201L,
                        from,
                        Money.ZERO,
                        "x"))
                .hasMessageContaining("more than 0.00");
        assertThatThrownBy(() -> new Payable(
                        UUID.randomUUID(),
                        PayableKind.DIVIDEND,
                        UUID.randomUUID(),
                        null,
                        450743900201L,
                        from,
                        Money.ofFen(1),
                        " "))
                .hasMessageContaining("1 to 200");
    }
}
