package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jingzhun.chassis.testing.RequestLimits;
import org.jingzhun.chassis.testing.RequestPatterns;
import org.junit.jupiter.api.Test;

/** Every field and parameter of every request has a limit. */
class RequestLimitsContractTest {

    @Test
    void everyFieldOfEveryRequestHasALimit() {
        Set<String> missing = RequestLimits.missing();
        assertThat(missing).as(RequestLimits.advice(missing)).isEmpty();
    }

    @Test
    void everyRegularExpressionOfARequestIsToldInWords() {
        Set<String> untold = RequestPatterns.untold();
        assertThat(untold).as(RequestPatterns.advice(untold)).isEmpty();
    }
}
