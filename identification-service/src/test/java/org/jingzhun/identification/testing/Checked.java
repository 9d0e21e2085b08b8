package org.jingzhun.identification.testing;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jingzhun.chassis.testing.Tokens;

/** Drives adjustment rounds and their quality checks over HTTP. */
public final class Checked {

    private Checked() {}

    public static ValidatableResponse post(String role, String area, String path, String body) {
        return Client.as(role, area)
                .auth()
                .oauth2(Tokens.of(role, area, role + "@" + area))
                .body(body)
                .post(path)
                .then();
    }

    /** Opens a round of a division for this and the next weeks. */
    public static ValidatableResponse openRound(String role, String area, String division, int year, int number) {
        return post(role, area, "/v1/adjustment-rounds", """
                {"division":"%s","year":%d,"number":%d,"beginsOn":"2015-01-01","endsOn":"2099-12-31",\
                "documentNumber":"桂扶办发〔2017〕1号"}""".formatted(division, year, number));
    }

    /** Plans a check. */
    public static ValidatableResponse plan(
            String role, String area, String round, String kind, String target, String more) {
        return post(role, area, "/v1/quality-checks", """
                {"roundId":"%s","kind":"%s","target":"%s",%s}""".formatted(round, kind, target, more));
    }

    /** Records a finding of a sampled household. */
    public static ValidatableResponse found(
            String role, String area, String check, UUID household, String finding, String evidence) {
        return Client.as(role, area)
                .body("""
                        {"finding":"%s","facts":"入户核实","evidence":[%s],"checkers":["韦一","陆二"],\
                        "checkedOn":"2017-11-20"}""".formatted(finding, evidence))
                .put("/v1/quality-checks/" + check + "/sample/" + household)
                .then();
    }
}
