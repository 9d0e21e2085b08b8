package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** How long each benefit goes on after a household has left poverty (脱贫不脱政策), one by one, as the rules have it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AfterExitStoryTest {

    private static final County COUNTY = new County("450395");
    private static final BenefitOffice OFFICE = new BenefitOffice(COUNTY);

    /** The exit is of 10 March 2016; benefits of so many months end that many months later, all others go on. */
    private static final Map<String, Integer> MONTHS = Map.of(
            "INSURANCE_PREMIUM", 36,
            "RELOCATION_GENERAL", 24,
            "RELOCATION_DESTITUTE", 24,
            "ECOLOGICAL_RANGER", 12,
            "DIBAO_LINK", 12,
            "NETWORK_FEE", 12);

    private static final List<String> GO_ON = List.of(
            "RAIN_AND_DEW",
            "SCHOOL_LEAVER_TRAINING",
            "BOARDING_AID",
            "MEDICAL_AID",
            "DISABILITY_LIVING",
            "DISABILITY_NURSING",
            "INDUSTRY_SUPPORT");

    private static String claim(UUID household, String benefit, String from, String source) {
        return """
                {"id": "%s", "householdId": "%s", "personId": "%s", "benefit": "%s", "from": "%s", "to": "%s", \
                "amount": "10.00", "source": "%s", "year": %s, "basis": "在册"}""".formatted(
                UUID.randomUUID(), household, UUID.randomUUID(), benefit, from, from, source, from.substring(0, 4));
    }

    private static List<String> rejections(UUID household, String benefit, String source, String... days) {
        List<String> rejected = new ArrayList<>();
        for (var day : days) {
            var job = OFFICE.claims(List.of(claim(household, benefit, day, source)));
            rejected.add(String.join(" ", OFFICE.rejections(job)));
        }
        return rejected;
    }

    @Test
    void eachBenefitEndsWhenItsRuleSaysAndNotBefore() {
        var household = UUID.randomUUID();
        OFFICE.settle(Map.of(household, "POOR"));
        Neighbour.tell(
                "identification.register",
                List.of(BenefitOffice.exited(household, COUNTY.village(1), "2016-03-10", 2)));
        var source = COUNTY.source("补助资金 450395");
        awaitExit(household, source);
        MONTHS.forEach((benefit, months) -> {
            var end = LocalDate.of(2016, 3, 10).plusMonths(months);
            assertThat(rejections(household, benefit, source, end.minusDays(1).toString(), end.toString()))
                    .as(benefit)
                    .containsExactly("", "1 may-not-receive");
        });
        GO_ON.forEach(benefit -> assertThat(rejections(household, benefit, source, "2020-09-01"))
                .as(benefit)
                .containsExactly(""));
        everyBenefitThatIsClaimedIsAmongThem();
    }

    /** Known once a benefit of twelve months is refused a year later. */
    private static void awaitExit(UUID household, String source) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> rejections(household, "NETWORK_FEE", source, "2019-01-01"),
                        List.of("1 may-not-receive")::equals);
    }

    private static void everyBenefitThatIsClaimedIsAmongThem() {
        List<String> shipped = COUNTY.auditor()
                .get("/v1/benefit-rules?limit=1000")
                .jsonPath()
                .getList("items.findAll { it.division == null }.benefit");
        var claimed = new ArrayList<>(shipped.stream().distinct().toList());
        claimed.removeAll(List.of("DIVIDEND", "FUND_GRANT", "FUND_LOAN", "LOAN_SUBSIDY", "DONATION_AID"));
        var tested = new ArrayList<>(MONTHS.keySet());
        tested.addAll(GO_ON);
        assertThat(tested).containsAll(claimed);
    }
}
