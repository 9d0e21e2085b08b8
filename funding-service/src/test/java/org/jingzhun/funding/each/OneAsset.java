package org.jingzhun.funding.each;

import static org.jingzhun.funding.each.Desk.any;
import static org.jingzhun.funding.each.Desk.fields;

import java.util.List;
import java.util.UUID;

/** An asset, its shares and dividends, and what its operator owes. */
record OneAsset(Desk desk, List<UUID> households) {

    void ofEachKind() {
        String source = desk.county().source("资产收益资金 " + desk.county().code());
        String asset = any().toString();
        desk.put(
                desk.county().author(),
                "/v1/assets/" + asset,
                fields(
                        "division",
                        desk.county().village(1),
                        "name",
                        "桑园蚕房",
                        "kind",
                        "BREEDING",
                        "purpose",
                        "养蚕",
                        "source",
                        source,
                        "year",
                        2016,
                        "value",
                        "90000.00",
                        "operatorName",
                        "兴农合作社",
                        "operatorCode",
                        "93451031MA5K00002F",
                        "startsOn",
                        "2017-01-01",
                        "endsOn",
                        "2027-12-31",
                        "floorRate",
                        "0.05",
                        "profitShare",
                        "0.29",
                        "leavesOnExit",
                        true,
                        "documentNumber",
                        "合同1号"));
        String path = "/v1/assets/" + asset;
        String shares = desk.made(
                path + "/shares",
                "kind",
                "INITIAL",
                "documentNumber",
                "折股1号",
                "effectiveOn",
                "2017-01-01",
                "division",
                desk.county().village(1));
        desk.step(desk.county().reviewer(), "/v1/share-assignments/" + shares, "REVIEW");
        desk.step(desk.county().head(), "/v1/share-assignments/" + shares, "APPROVE");
        String dividend = desk.made(
                path + "/dividends",
                "from",
                "2017-01-01",
                "to",
                "2017-12-31",
                "profit",
                "100000.00",
                "documentNumber",
                "审计1号");
        desk.step(desk.county().reviewer(), "/v1/dividends/" + dividend, "REVIEW");
        desk.step(desk.county().author(), "/v1/dividends/" + dividend, "NOTICE");
        String obligation = desk.post(
                        path + "/valuations",
                        "valuedOn",
                        "2018-12-31",
                        "value",
                        "80000.00",
                        "appraiser",
                        "评估所",
                        "documentNumber",
                        "评1号")
                .getString("obligation.id");
        desk.post(
                "/v1/asset-obligations/" + obligation + "/settlements",
                "amount",
                "4000.00",
                "settledOn",
                "2019-06-01",
                "documentNumber",
                "补1号");
        desk.made(
                "/v1/assets",
                "division",
                desk.county().village(1),
                "name",
                "光伏电站",
                "kind",
                "HYDROPOWER",
                "purpose",
                "发电",
                "source",
                source,
                "year",
                2016,
                "value",
                "1000.00",
                "operatorName",
                "兴农合作社",
                "operatorCode",
                "93451031MA5K00002F",
                "startsOn",
                "2017-01-01",
                "endsOn",
                "2027-12-31",
                "floorRate",
                "0.05",
                "profitShare",
                "0.29",
                "leavesOnExit",
                true,
                "documentNumber",
                "合同2号");
        desk.things()
                .at("/v1/assets/{id}", asset)
                .at("/v1/share-assignments/{id}", shares)
                .at("/v1/dividends/{id}", dividend)
                .at("/v1/asset-obligations/{id}", obligation);
    }
}
