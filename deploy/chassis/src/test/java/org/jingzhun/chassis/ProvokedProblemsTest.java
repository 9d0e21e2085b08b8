package org.jingzhun.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.ProblemCodes;
import org.junit.jupiter.api.Test;

/** Every problem that all services may answer is provoked by a test. */
class ProvokedProblemsTest {

    @Test
    void everyProblemIsProvoked() {
        Set<String> unprovoked = ProblemCodes.unprovokedOfTheChassis();
        assertThat(unprovoked).as(ProblemCodes.advice(unprovoked)).isEmpty();
    }
}
