package org.jingzhun.funding.each;

import static org.jingzhun.funding.each.Desk.fields;

import java.util.List;

/** Of what is loaded as data: for the county alone, or for days that no test is on. */
record OneRule(Desk desk) {

    private static final String LATER = "2098-01-01";

    void ofEachKind() {
        String place = desk.county().code() + "000000";
        desk.post(
                desk.county().head(),
                "/v1/catalogues",
                fields(
                        "list",
                        "COUNTY_INDUSTRIES",
                        "division",
                        place,
                        "version",
                        "matrix",
                        "validFrom",
                        LATER,
                        "source",
                        "县文1号",
                        "items",
                        List.of(fields("code", "TEA_OIL", "zh", "油茶", "en", "Tea oil", "part", "MAIN"))));
        desk.post(
                desk.county().head(),
                "/v1/benefit-rules",
                fields(
                        "benefit",
                        "INDUSTRY_SUPPORT",
                        "division",
                        place,
                        "version",
                        "matrix",
                        "validFrom",
                        LATER,
                        "zh",
                        "产业奖补",
                        "en",
                        "Support of a household's industry",
                        "receiver",
                        "HOUSEHOLD",
                        "amount",
                        "3000.00",
                        "period",
                        "YEAR",
                        "source",
                        "县文2号",
                        "monitored",
                        true,
                        "afterExit",
                        "MONTHS",
                        "afterExitMonths",
                        24));
        desk.post(
                desk.region(),
                "/v1/asset-rules",
                fields(
                        "rule",
                        "NOTICE_DAYS",
                        "version",
                        "matrix",
                        "validFrom",
                        LATER,
                        "division",
                        place,
                        "value",
                        0,
                        "source",
                        "试点"));
        desk.post(
                desk.region(),
                "/v1/fund-rules",
                fields(
                        "kind",
                        "COLLECTIVE_STARTUP",
                        "purpose",
                        "COLLECTIVE_PROJECT",
                        "version",
                        "matrix",
                        "validFrom",
                        LATER,
                        "division",
                        place,
                        "form",
                        "GRANT",
                        "receiver",
                        "VILLAGE",
                        "minimum",
                        "0.00",
                        "cap",
                        "1000.00",
                        "covered",
                        "1",
                        "feeRate",
                        "0",
                        "months",
                        0,
                        "guarantors",
                        0,
                        "membersOnly",
                        false,
                        "exhausted",
                        List.of(),
                        "evidence",
                        List.of(),
                        "source",
                        "县发〔2098〕1号"));
        desk.post(
                desk.region(),
                "/v1/data-tables/loan-base-rates/rows",
                fields(
                        "csv",
                        "reference,validFrom,months,rate,source\nLPR,2098-01-20,12,0.0250,test\n",
                        "source",
                        "文"));
        desk.things().on("/v1/code-lists/{name}", "source-kind").on("/v1/data-tables/{name}", "loan-base-rates");
    }
}
