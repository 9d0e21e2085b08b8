package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Set;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;

/** Writes records and reads them as an auditor does. */
abstract class AuditTests {

    static final long VILLAGE = 451031100201L;
    static final Caller OFFICER =
            new Caller("officer-1", "Officer One", Set.of("county-officer"), Area.ofPrefix("451031"), null);

    @Inject
    Audit audit;

    @Inject
    Database database;

    String recorded(AuditEntry entry) {
        CallerScope.run(OFFICER, () -> audit.record(entry));
        return entry.objectId();
    }

    static AuditEntry reading(String id) {
        return AuditEntry.of("parcel-read", "parcel", id)
                .in(VILLAGE)
                .because("a visit")
                .with("fields", 3);
    }

    static JsonPath auditor(String area, String path) {
        return given().auth()
                .oauth2(Tokens.of("auditor", area))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath proofWhenSealed() {
        await().until(() -> database.count("select count(*) from audit where hash is null") == 0);
        return auditor("45", "/v1/audit/proof");
    }
}
