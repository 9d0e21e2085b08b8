package org.jingzhun.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final String WEBHOOK = "org.jingzhun.chassis.webhook.";

    private final OpenAPI contract = OASFactory.createOpenAPI()
            .components(OASFactory.createComponents()
                    .addSchema("State", codes("WAITING", "DEAD"))
                    .addSchema("State1", codes("ACTIVE", "PAUSED", "SUSPENDED"))
                    .addSchema(
                            "Subscription",
                            OASFactory.createSchema()
                                    .addProperty(
                                            "state", OASFactory.createSchema().ref("State1"))
                                    .addProperty(
                                            "all",
                                            OASFactory.createSchema()
                                                    .items(OASFactory.createSchema()
                                                            .ref("State")))));

    private static Schema codes(String... codes) {
        return OASFactory.createSchema().enumeration(List.of((Object[]) codes));
    }

    private void name() throws IOException, ClassNotFoundException {
        Names.give(
                contract,
                List.of(),
                Index.of(Class.forName(WEBHOOK + "Subscription$State"), Class.forName(WEBHOOK + "Waiting$State")));
    }

    private Schema property(String name) {
        Schema subscription =
                Objects.requireNonNull(contract.getComponents().getSchemas().get("Subscription"));
        return Objects.requireNonNull(subscription.getProperties().get(name));
    }

    @Test
    void typesOfOneSimpleNameGetNamesOfTheirOwnAndReferencesFollow() throws IOException, ClassNotFoundException {
        name();
        assertThat(contract.getComponents().getSchemas())
                .containsOnlyKeys("Subscription", "WebhookDeliveryState", "WebhookSubscriptionState");
        assertThat(property("state").getRef()).endsWith("/WebhookSubscriptionState");
        assertThat(property("all").getItems().getRef()).endsWith("/WebhookDeliveryState");
    }

    @Test
    void aNumberForANameIsRefusedWithWhatToDo() {
        contract.getComponents().addSchema("Thing1", codes("A"));
        assertThatThrownBy(this::name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[Thing1]")
                .hasMessageContaining("openapi/names.csv");
    }

    @Test
    void aRowThatNamesNothingIsRefused() {
        contract.getComponents().removeSchema("State1");
        assertThatThrownBy(this::name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("webhook.Subscription.State");
    }
}
