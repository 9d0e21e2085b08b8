package org.jingzhun.funding.each;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.funding.each.Desk.any;
import static org.jingzhun.funding.each.Desk.fields;
import static org.jingzhun.funding.testing.Soon.soon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.jingzhun.funding.testing.Plans;
import org.jingzhun.funding.testing.Projects;
import org.jingzhun.funding.testing.Public;
import org.jingzhun.funding.testing.Secretaries;

/** A county's money from its sources to its households and to what is told of it, with one thing of each kind. */
public final class OneOfEach {

    private static final int HOUSEHOLDS = 8;

    private final Desk desk;
    private final County county;
    private final Things things;
    private final List<UUID> households = new ArrayList<>();
    private String source = "";

    private OneOfEach(County county) {
        this.county = county;
        this.things = Things.in(county.village(1));
        this.desk = new Desk(county, things);
    }

    public static Things in(String code) {
        PlatformResource.connectOutbox();
        OneOfEach each = new OneOfEach(new County(code));
        each.households();
        each.secretary();
        each.money();
        each.plan();
        new OneRule(each.desk).ofEachKind();
        each.benefit();
        each.project();
        new OneLoan(each.desk, each.households).ofEachKind();
        new OneAsset(each.desk, each.households).ofEachKind();
        new OneFund(each.desk, each.households, each.source).ofEachKind();
        each.evaluation();
        each.books();
        each.disclosures();
        each.alerts();
        return each.things;
    }

    private void households() {
        Neighbour.settle(county, 3);
        Map<UUID, String> poor = new LinkedHashMap<>();
        for (int h = 0; h < HOUSEHOLDS; h++) {
            households.add(any());
            poor.put(households.getLast(), "POOR");
        }
        new BenefitOffice(county).settle(poor);
        things.at("/v1/households/{id}", households.getFirst())
                .called("householdId", households.getFirst())
                .called("household", households.getFirst());
    }

    private void secretary() {
        Secretaries.settle(
                county, 2017, List.of(1), Secretaries.link("link-made", county.village(1), "2015-10-10", null, 0));
    }

    private void money() {
        source = county.source("资金 " + county.code());
        String budget = county.budget(source, "9000000.00", "文1").getString("id");
        things.at("/v1/sources/{id}", source).called("source", source).called("sourceId", source);
        if (budget != null) {
            things.at("/v1/budgets/{id}", budget);
        }
        desk.changed(
                "/v1/sources/" + source,
                fields("name", "资金 " + county.code(), "kind", "SPECIAL_FUND", "level", "CENTRAL"));
        desk.post(
                "/v1/fiscal-figures",
                "county",
                county.code(),
                "year",
                2016,
                "item",
                "MANAGEMENT_FEE",
                "amount",
                "4.00",
                "documentNumber",
                "隆财预〔2016〕1号",
                "asOf",
                "2016-12-31");
        String table = any().toString();
        desk.put(
                county.author(),
                "/v1/factor-tables/" + table,
                fields(
                        "division",
                        county.code() + "000000",
                        "name",
                        "人均可支配收入",
                        "unit",
                        "元",
                        "year",
                        2015,
                        "documentNumber",
                        "统计公报2015",
                        "issuedOn",
                        "2016-02-01"));
        things.at("/v1/factor-tables/{id}", table);
    }

    /** Of one plan there is everything up to its shares; another stays a draft. */
    private void plan() {
        String plan = Plans.draft(
                county, "COMPETITIVE", source, "100000.00", fields("competition", fields("minimumScore", "60.00")));
        String path = "/v1/allocation-plans/" + plan;
        String proposal = any().toString();
        desk.put(
                county.author(),
                path + "/proposals/" + proposal,
                fields("division", county.village(1), "title", "项目", "kind", "INFRASTRUCTURE", "cost", "60000.00"));
        for (String appraiser : List.of("a1", "a2", "a3")) {
            desk.put(
                    Client.as("finance-officer", county.code(), appraiser + "@" + county.code()),
                    path + "/proposals/" + proposal + "/appraisal",
                    fields("marks", List.of(90, 90, 90, 90, 90)));
        }
        county.computed(plan);
        Plans.approve(county, plan);
        county.step(county.author(), plan, "PUBLISH").statusCode(200);
        things.at("/v1/allocation-plans/{id}", plan)
                .at("/v1/allocation-plans/{id}/proposals/{proposal}", proposal)
                .on("/v1/allocation-plans/{id}/shares/{division}", county.village(1));
        Map<String, Object> factors = fields("factors", List.of(fields("factor", "POOR_PERSONS", "weight", "1")));
        String draft = county.plan(source, "60000.00", factors);
        desk.post(county.head(), "/v1/allocation-plans/" + draft + "/comparisons", fields("parameters", factors));
        desk.changed(
                "/v1/allocation-plans/" + draft,
                fields("source", source, "year", 2016, "amount", "50000.00", "mode", "FACTOR", "parameters", factors));
    }

    private void benefit() {
        BenefitOffice office = new BenefitOffice(county);
        var imported = office.claims(List.of(
                BenefitOffice.claim(any(), households.get(0), any(), "RAIN_AND_DEW", "2016-09", source),
                BenefitOffice.claim(any(), any(), any(), "RAIN_AND_DEW", "2016-09", source)));
        assertThat(office.rejections(imported)).hasSize(1);
        String payment = desk.paid("RAIN_AND_DEW", "FAILED");
        office.paymentStep(county.author(), payment, "CORRECT").statusCode(200);
        things.at("/v1/payments/{id}", payment);
        Client.as("system", county.code())
                .accept("text/csv")
                .get("/v1/payment-batches/" + batch() + "/file")
                .then()
                .statusCode(200);
        office.claims(List.of(BenefitOffice.claim(any(), households.get(1), any(), "RAIN_AND_DEW", "2016-10", source)));
    }

    private String batch() {
        return desk.get("/v1/payment-batches").getString("items[0].id");
    }

    private void project() {
        List<UUID> users = households.subList(0, 2);
        String project = Projects.inLibrary(county, "1000.00", users);
        Projects.fund(county, project, "BUDGET", source, "700.00").statusCode(200);
        Projects.step(desk.township(), project, fields("step", "START", "builder", "第一施工队"))
                .statusCode(200);
        String second = Projects.inLibrary(county, "500.00", users);
        desk.post(
                desk.township(),
                "/v1/projects/" + second + "/beneficiaries/removals",
                fields("households", List.of(users.getFirst()), "reason", "重复登记"));
        things.at("/v1/projects/{id}", project);
    }

    private void evaluation() {
        String id = any().toString();
        List<Map<String, Object>> marks = new ArrayList<>();
        for (String criterion : List.of(
                "OWN_INPUT",
                "DISBURSEMENT_PROGRESS",
                "CARRY_OVER_RATE",
                "DISCLOSURE",
                "INSPECTION",
                "POOR_REDUCED",
                "PRECISE_USE")) {
            marks.add(fields("criterion", criterion, "points", "1.00", "evidence", "台账"));
        }
        marks.add(fields("criterion", "VIOLATIONS", "points", "5", "evidence", "通报"));
        desk.put(
                county.author(),
                "/v1/performance-evaluations/" + id,
                fields("division", county.village(1), "year", 2017, "documentNumber", "县绩效1号", "marks", marks));
        things.at("/v1/performance-evaluations/{id}", id);
    }

    /** A voucher that is undone, the end of a year, and what is taken back of money that lies idle. */
    private void books() {
        String accounts = "/v1/accounts?limit=1000&year=2016";
        String account = "items.find { it.kind == '%s' && it.sourceId == '" + source + "' }.id";
        String budget = desk.get(accounts).getString(account.formatted("BUDGET"));
        String village = desk.get(accounts).getString(account.formatted("VILLAGE"));
        Map<String, Object> voucher = fields(
                "county",
                county.code(),
                "memo",
                "更正",
                "transfers",
                List.of(fields("from", budget, "to", village, "amount", "12.34")));
        String entry =
                desk.post(county.author(), "/v1/journal-entries", voucher).getString("id");
        desk.post("/v1/journal-entries/" + entry + "/reversal", "reason", "wrong village");
        desk.post("/v1/journal-entries/batches", "vouchers", List.of(fields("key", "a", "voucher", voucher)));
        things.at("/v1/accounts/{id}", budget).at("/v1/journal-entries/{id}", entry);
        desk.post("/v1/year-ends", "county", county.code(), "year", 2016);
        String pot = county.source("收回资金 " + county.code(), "RECLAIMED_FUND");
        String reclaim = desk.made("/v1/reclaims", "county", county.code(), "sourceId", pot, "document", "隆财预〔2018〕9号");
        things.at("/v1/reclaims/{id}", reclaim);
    }

    private void disclosures() {
        Public.bulletins(county.code());
        String announced = Public.reader()
                .get("/v1/disclosures?limit=1000&kind=PROJECT&division=" + county.code())
                .jsonPath()
                .getString("items[0].id");
        things.on("/v1/disclosures/{id}", announced);
        String objection = Public.reader()
                .body(fields("text", "数字不对"))
                .post("/v1/disclosures/" + announced + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.post(county.head(), "/v1/disclosures/objections/" + objection + "/answer", fields("answer", "已核对账目"));
        things.at("/v1/disclosures/objections/{id}", objection);
        desk.post(
                desk.village(),
                "/v1/disclosures/" + announced + "/boards",
                fields(
                        "division",
                        county.village(1),
                        "postedOn",
                        LocalDate.now(Clocks.SHANGHAI).toString(),
                        "takenDownOn",
                        LocalDate.now(Clocks.SHANGHAI).plusDays(9).toString(),
                        "photoSha256",
                        "0".repeat(64)));
    }

    private void alerts() {
        String job = desk.post(county.head(), "/v1/alerts/scans", fields()).getString("id");
        Client.ended("county-officer", county.code(), job);
        String alert = soon().until(
                        () -> desk.get("/v1/alerts?division=" + county.code()).getString("items[0].id"),
                        id -> id != null);
        desk.post(
                county.head(),
                "/v1/alerts/" + alert + "/steps",
                fields("step", "ASSIGN", "owner", "clerk@" + county.code()));
        things.at("/v1/alerts/{id}", alert);
    }
}
