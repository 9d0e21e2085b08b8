package org.jingzhun.chassis.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final UUID OWNER = new UUID(1, 2);

    private final Sealing sealing = with("a secret of at least 32 bytes, for tests only");

    private static Sealing with(String secret) {
        return new Sealing(() -> base64(secret));
    }

    private static String base64(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void whatWasSealedIsOpenedByItsOwnerOnly(@ForAll String text) {
        byte[] sealed = sealing.seal(OWNER, text);
        // a lone surrogate has no form in UTF-8
        String storable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(sealing.open(OWNER, sealed)).isEqualTo(storable);
        assertThatThrownBy(() -> sealing.open(new UUID(1, 3), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameIsSealedToTheSameSoThatAnImportRepeatedChangesNothing() {
        assertThat(sealing.seal(OWNER, "text")).isEqualTo(sealing.seal(OWNER, "text"));
        assertThat(sealing.seal(OWNER, "text")).isNotEqualTo(sealing.seal(new UUID(1, 3), "text"));
        byte[] one = Arrays.copyOf(sealing.seal(OWNER, "text"), 13);
        byte[] two = Arrays.copyOf(sealing.seal(OWNER, "test"), 13);
        assertThat(one).as("a nonce is never used for two texts").isNotEqualTo(two);
    }

    @Test
    void manyThreadsSealAsOneDoes() {
        List<byte[]> alone = IntStream.range(0, 500)
                .mapToObj(i -> sealing.seal(new UUID(7, i), "text " + i % 3))
                .toList();
        List<byte[]> together = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> sealing.seal(new UUID(7, i), "text " + i % 3))
                .toList();
        assertThat(together).containsExactlyElementsOf(alone);
    }

    @Test
    void anotherSecretOpensNothing() {
        Sealing other = with("another secret of at least 32 bytes, also for tests");
        byte[] sealed = sealing.seal(OWNER, "text");
        assertThatThrownBy(() -> other.open(OWNER, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tamperingShows() {
        byte[] sealed = sealing.seal(OWNER, "text");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open(OWNER, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecretTooShortIsRefused() {
        assertThatThrownBy(() -> with("short")).hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aFormerKeyOpensAndThePrimarySeals() {
        String former = base64("a secret of at least 32 bytes, for tests only");
        String newer = base64("another secret of at least 32 bytes, also for tests");
        byte[] sealed = sealing.seal(OWNER, "text");
        Sealing rotating = new Sealing(() -> "2:" + newer + ",1:" + former);

        assertThat(rotating.open(OWNER, sealed)).isEqualTo("text");
        byte[] again = rotating.seal(OWNER, "text");
        assertThat(again[0]).isEqualTo((byte) 2);
        assertThat(again).isNotEqualTo(sealed);
        Sealing rotated = new Sealing(() -> "2:" + newer);
        assertThat(rotated.open(OWNER, again)).isEqualTo("text");
        assertThatThrownBy(() -> rotated.open(OWNER, sealed))
                .hasMessageContaining("secret number 1")
                .hasMessageContaining("JINGZHUN_SEALING_SECRET");
    }

    @Test
    void secretsThatCannotBeToldApartAreRefusedWithoutBeingTold() {
        String secret = base64("a secret of at least 32 bytes, for tests only");
        for (String wrong : List.of("0:" + secret, "128:" + secret, "x:" + secret, "1:" + secret + "," + secret)) {
            assertThatThrownBy(() -> new Sealing(() -> wrong))
                    .hasMessageContaining("JINGZHUN_SEALING_SECRET")
                    .hasMessageNotContaining(secret);
        }
    }
}
