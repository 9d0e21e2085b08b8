package org.jingzhun.identification.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** What a household received stands beside the register, in its file, and as a proposal in the form of its next visit. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class BenefitsTest {

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);

    private static void tell(UUID household, String type, String payload) {
        Topic.send("funding.benefit", household.toString(), "org.jingzhun.funding." + type, payload);
    }

    private static String payment(
            County county, UUID id, UUID household, String amount, String state, LocalDate on, int revision) {
        return """
                {"paymentId":"%s","householdId":"%s","villageCode":"%s","benefit":"RAIN_AND_DEW","year":%d,"amount":"%s",\
                "state":"%s","paidOn":"%s","sourceName":"中央财政专项扶贫资金","revision":%d,"somethingNew":1}""".formatted(id, household, county.village(1), on.getYear(), amount, state, on, revision);
    }

    @Test
    void benefitsAndDividendsAreShownAndProposedAsTransferIncome() {
        County county = Registered.register(
                new County("450446", 7600, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        UUID household = county.household("甲");
        UUID recent = UUID.randomUUID();
        UUID returned = UUID.randomUUID();
        tell(household, "benefit-paid", payment(county, recent, household, "1500.00", "PAID", today.minusDays(3), 2));
        tell(household, "benefit-paid", payment(county, recent, household, "9.99", "RETURNED", today, 1));
        tell(household, "benefit-paid", payment(county, returned, household, "700.00", "PAID", today.minusDays(9), 1));
        tell(
                household,
                "benefit-paid",
                payment(county, returned, household, "700.00", "RETURNED", today.minusDays(9), 2));
        tell(
                household,
                "benefit-paid",
                payment(county, UUID.randomUUID(), household, "300.00", "PAID", today.minusYears(2), 1));
        tell(household, "dividend-paid", """
                {"dividendId":"%s","householdId":"%s","villageCode":"%s","assetId":"%s","year":%d,"floor":"362.30",\
                "dividend":"210.13","amount":"572.43","paidOn":"%s","revision":12}""".formatted(
                        UUID.randomUUID(),
                        household,
                        county.village(1),
                        UUID.randomUUID(),
                        today.getYear() - 1,
                        today.minusDays(1)));

        JsonPath entry = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> county.county()
                                .get("/v1/register/" + household)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        path -> path.getList("benefits.payments").size() == 4
                                && path.<String>getList("benefits.payments.state")
                                        .contains("RETURNED"));
        assertThat(entry.<String>getList("benefits.payments.kind")).startsWith("DIVIDEND", "PAYMENT");
        assertThat(entry.getString("benefits.payments.find { it.id == '%s' }.amount".formatted(recent)))
                .isEqualTo("1500.00");
        assertThat(entry.getString("benefits.years.find { it.year == %d }.amount".formatted(today.getYear() - 2)))
                .isEqualTo("300.00");
        county.county()
                .get("/v1/households/" + household + "/support")
                .then()
                .statusCode(200)
                .body("benefits.payments", hasSize(4));
        county.county()
                .get("/v1/households/" + county.household("乙") + "/support")
                .then()
                .body("benefits.payments", hasSize(0));
        county.county()
                .get("/v1/households/" + household + "/form")
                .then()
                .statusCode(200)
                .body(
                        "transferIncome.from",
                        equalTo(today.minusYears(1).plusDays(1).toString()))
                .body("transferIncome.amount", equalTo("2072.43"))
                .body("transferIncome.payments.amount", contains("572.43", "1500.00"));
        isInTheFile(county, household);
    }

    private void isInTheFile(County county, UUID household) {
        JsonPath file = county.county()
                .get("/v1/households/" + household + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String section = "sections.find { it.name == 'benefits' }.tables.find { it.name == '%s' }.rows.%s";
        assertThat(file.getList(section.formatted("payments", "amount")))
                .isEqualTo(List.of("300.00", "700.00", "1500.00", "572.43"));
        assertThat(file.getList(section.formatted("payments", "floor"))).contains("362.30");
        assertThat(file.<String>getList(section.formatted("years", "amount"))).startsWith("300.00");
    }
}
