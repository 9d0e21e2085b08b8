package org.jingzhun.identification.household;

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
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.ResidentId;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final UUID OWNER = new UUID(1, 2);
    private static final ResidentId ID = new ResidentId("452631196503120005");

    private final Sealing sealing = with("a secret of at least 32 bytes, for tests only");

    private static Sealing with(String secret) {
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return new Sealing(() -> base64);
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
    void manyThreadsSealAndHashAsOneDoes() {
        List<byte[]> alone = IntStream.range(0, 500)
                .mapToObj(i -> sealing.seal(new UUID(7, i), "text " + i % 3))
                .toList();
        List<byte[]> together = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> sealing.seal(new UUID(7, i), "text " + i % 3))
                .toList();
        assertThat(together).containsExactlyElementsOf(alone);
        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> sealing.hash(ID)))
                .allMatch(hash -> Arrays.equals(hash, sealing.hash(ID)));
    }

    @Test
    void anotherSecretOpensNothingAndHashesOtherwise() {
        Sealing other = with("another secret of at least 32 bytes, also for tests");
        byte[] sealed = sealing.seal(OWNER, "text");
        assertThatThrownBy(() -> other.open(OWNER, sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(other.hash(ID)).isNotEqualTo(sealing.hash(ID)).hasSize(32);
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
    void theLengthOfSealedSecretsSaysNothingAboutTheHealth() {
        Secrets healthy = new Secrets(ID, Health.HEALTHY, null);
        Secrets disabled = new Secrets(ID, Health.MAJOR_ILLNESS, new Disability(Disability.Type.INTELLECTUAL, 1));
        assertThat(healthy.seal(sealing, OWNER)).hasSameSizeAs(disabled.seal(sealing, OWNER));
        assertThat(Secrets.open(sealing, OWNER, healthy.seal(sealing, OWNER))).isEqualTo(healthy);
        assertThat(Secrets.open(sealing, OWNER, disabled.seal(sealing, OWNER))).isEqualTo(disabled);
    }
}
