package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final byte[] ONE = "a first key of 32 bytes for test".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TWO = "a second key of 32 bytes in test".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "452631196503120005".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aHashIsTakenToTheNextKeyWithoutTheNumber() {
        byte[] former = new HashChain(List.of(ONE)).hash(NUMBER, 1);
        byte[] lifted = new HashChain(List.of(TWO)).hash(former, 1);
        lifted[0] = 2;

        assertThat(former).hasSize(32).startsWith(1);
        assertThat(new HashChain(List.of(ONE, TWO)).hash(NUMBER, 2)).isEqualTo(lifted);
        assertThat(new HashChain(List.of(ONE, TWO)).hash(NUMBER, 1))
                .as("while hashes are taken to the second")
                .isEqualTo(former);
    }

    @Test
    void anotherKeyHashesOtherwise() {
        assertThat(new HashChain(List.of(ONE)).hash(NUMBER, 1))
                .isNotEqualTo(new HashChain(List.of(TWO)).hash(NUMBER, 1));
    }

    @Test
    void manyThreadsHashAsOneDoes() {
        var chain = new HashChain(List.of(ONE, TWO));
        byte[] alone = chain.hash(NUMBER, 2);

        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> chain.hash(NUMBER, 2)))
                .allMatch(hash -> Arrays.equals(hash, alone));
    }
}
