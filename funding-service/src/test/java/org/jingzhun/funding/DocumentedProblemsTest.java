package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.ProblemCodes;
import org.junit.jupiter.api.Test;

/** Every problem that the service may answer stands in its contract. */
class DocumentedProblemsTest {

    @Test
    void everyProblemStandsInAContract() {
        Set<String> undocumented = ProblemCodes.undocumented();
        assertThat(undocumented).as(ProblemCodes.advice(undocumented)).isEmpty();
    }
}
