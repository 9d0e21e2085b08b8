package org.jingzhun.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.ContractWords;
import org.jingzhun.chassis.testing.Quantities;
import org.junit.jupiter.api.Test;

/** Everything in the contract is described, and every description is used. */
class ContractWordsTest {

    @Test
    void everyOperationParameterFieldAndTagIsDescribed() {
        Set<String> missing = ContractWords.missing();
        assertThat(missing).as(ContractWords.advice(missing)).isEmpty();
    }

    @Test
    void everyDescriptionIsUsed() {
        Set<String> unused = ContractWords.unused();
        assertThat(unused).as(ContractWords.adviceOnUnused(unused)).isEmpty();
    }

    @Test
    void everyNumberSaysItsUnit() {
        Set<String> faults = Quantities.withoutUnit();
        assertThat(faults).as(Quantities.advice(faults)).isEmpty();
    }
}
