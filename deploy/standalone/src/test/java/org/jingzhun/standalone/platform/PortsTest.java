package org.jingzhun.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {

    /** Linux gives the ports from 32,768 on to outgoing connections: one of the suite's own once took a service's port. */
    @Test
    void freePortsAreNoneThatAnOutgoingConnectionGets() {
        assertThat(Ports.listFree(50)).hasSize(50).doesNotHaveDuplicates().allSatisfy(port -> assertThat(port)
                .isBetween(20_000, 32_767)
                .satisfies(free -> assertThat(Ports.isFree(free)).isTrue()));
        assertThat(Ports.claim("a test", 0)).isLessThan(32_768);
    }
}
