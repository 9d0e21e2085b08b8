package org.jingzhun.funding.each;

import static org.jingzhun.funding.each.Desk.fields;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.time.Clocks;

/** A village's fund that lends, one that grants, and gifts. */
record OneFund(Desk desk, List<UUID> households, String source) {

    void ofEachKind() {
        lends();
        grants();
        gifts();
    }

    private static String today() {
        return LocalDate.now(Clocks.SHANGHAI).toString();
    }

    private String fund(String kind, String division) {
        String fund = desk.made(
                "/v1/funds",
                "kind",
                kind,
                "division",
                division,
                "name",
                kind,
                "foundedOn",
                "2016-01-01",
                "documentNumber",
                "文1");
        desk.post(
                "/v1/funds/" + fund + "/contributions",
                "origin",
                "BUDGET",
                "source",
                source,
                "year",
                2016,
                "amount",
                "5000.00",
                "documentNumber",
                kind + "1");
        return fund;
    }

    private String household(int number) {
        return households.get(number).toString();
    }

    private void lends() {
        String fund = fund("MUTUAL_AID", desk.county().village(1));
        desk.post(
                desk.village(),
                "/v1/funds/" + fund + "/members",
                fields(
                        "households",
                        List.of(household(4), household(5), household(6), household(7)),
                        "group",
                        1,
                        "joinedOn",
                        "2016-02-01"));
        JsonPath loan = desk.post(
                "/v1/funds/" + fund + "/loans",
                "purpose",
                "PRODUCTION",
                "household",
                household(4),
                "guarantors",
                List.of(household(5), household(6)),
                "amount",
                "4000.00",
                "year",
                2017,
                "months",
                12,
                "evidence",
                List.of("LOAN_APPLICATION"));
        String aid = "/v1/fund-aids/" + loan.getString("id");
        desk.step(desk.township(), aid, "VERIFY");
        desk.step(desk.county().reviewer(), aid, "REVIEW");
        desk.step(desk.county().head(), aid, "APPROVE");
        desk.step(desk.county().author(), aid, "PAY");
        desk.paid("FUND_LOAN", "PAID");
        desk.post(aid + "/repayments", "principal", "1500.00", "repaidOn", today());
        desk.post(
                desk.village(),
                "/v1/funds/" + fund + "/departures",
                fields("household", household(7), "leftOn", today()));
        desk.things().at("/v1/funds/{id}", fund).at("/v1/fund-aids/{id}", loan.getString("id"));
    }

    private void grants() {
        String place = desk.county().code() + "000000";
        String fund = fund("COLLECTIVE_STARTUP", place);
        desk.changed(
                "/v1/funds/" + fund,
                fields(
                        "kind",
                        "COLLECTIVE_STARTUP",
                        "division",
                        place,
                        "name",
                        "集体经济",
                        "foundedOn",
                        "2016-01-01",
                        "documentNumber",
                        "文1"));
        desk.post(
                "/v1/funds/" + fund + "/grants",
                "purpose",
                "COLLECTIVE_PROJECT",
                "village",
                desk.county().village(1),
                "amount",
                "600.00",
                "year",
                2017,
                "evidence",
                List.of("VILLAGE_MEETING_MINUTES", "PROJECT_PLAN"));
    }

    private void gifts() {
        String donation = desk.made(
                "/v1/donations",
                "county",
                desk.county().code(),
                "donorKind",
                "PERSON",
                "donorName",
                "王小明",
                "form",
                "GOODS",
                "goods",
                "棉被100床",
                "amount",
                "8000.00",
                "purpose",
                "过冬",
                "receivedOn",
                "2017-10-17",
                "documentNumber",
                "捐1号");
        desk.post(
                desk.county().reviewer(),
                "/v1/donations/" + donation + "/steps",
                fields("step", "RECEIPT", "remark", "按约定"));
        desk.post(
                "/v1/donations/" + donation + "/deliveries",
                "village",
                desk.county().village(1),
                "value",
                "5000.00",
                "description",
                "棉被",
                "deliveredOn",
                "2017-11-01",
                "documentNumber",
                "发1号");
        desk.things().at("/v1/donations/{id}", donation);
    }
}
