package org.jingzhun.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.jingzhun.chassis.testing.ContractExamples;
import org.junit.jupiter.api.Test;

/** Every example in the contract is out of a real exchange and conforms to its schema. */
class ContractExamplesTest {

    @Test
    void everyBodyHasAnExample() {
        Set<String> missing = ContractExamples.missing();
        assertThat(missing).as(ContractExamples.advice(missing)).isEmpty();
    }

    @Test
    void everyExampleConforms() {
        Set<String> wrong = ContractExamples.wrong();
        assertThat(wrong).as(ContractExamples.adviceOnWrong(wrong)).isEmpty();
    }

    @Test
    void everyRecordedFileIsOfAnOperation() throws IOException {
        assertThat(ContractExamples.orphans()).isEmpty();
    }
}
