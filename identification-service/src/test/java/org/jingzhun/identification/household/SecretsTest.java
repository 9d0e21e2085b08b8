package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.ResidentId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SecretsTest {

    private static final UUID OWNER = new UUID(1, 2);
    private static final ResidentId ID = new ResidentId("452631196503120005");

    @Inject
    Sealing sealing;

    @Test
    void theLengthOfSealedSecretsSaysNothingAboutTheHealth() {
        Secrets healthy = new Secrets(ID, Health.HEALTHY, null);
        Secrets disabled = new Secrets(ID, Health.MAJOR_ILLNESS, new Disability(Disability.Type.INTELLECTUAL, 1));
        assertThat(healthy.seal(sealing, OWNER)).hasSameSizeAs(disabled.seal(sealing, OWNER));
        assertThat(Secrets.open(sealing, OWNER, healthy.seal(sealing, OWNER))).isEqualTo(healthy);
        assertThat(Secrets.open(sealing, OWNER, disabled.seal(sealing, OWNER))).isEqualTo(disabled);
    }
}
