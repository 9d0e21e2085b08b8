package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;

/** Problems that only some of the chassis's own operations answer, one of each code, by operationId. */
final class ChassisProblems {

    private static final Problem WEBHOOKS_MISSING = Problem.of(503, "webhooks-not-configured");
    private static final Problem UNUSABLE_SUBSCRIPTION = Problem.of(400, "invalid-fields", 3)
            .with(List.of(
                    FieldError.of("/url", "webhook-url-not-public"),
                    FieldError.of("/types/0", "event-type-unknown"),
                    FieldError.of("/division", "outside-your-area")));

    private static final Map<String, List<Problem>> BY_OPERATION = Map.of(
            "importRows",
            List.of(
                    Problem.of(400, "import-kind-unknown", "ships", "households, members"),
                    Problem.of(400, "import-parameter-invalid", "mode", "ADD, REPLACE"),
                    Problem.of(400, "import-body-empty"),
                    Problem.of(400, "import-body-broken", 17, "CSV"),
                    Problem.of(400, "import-columns-unknown", "wieght (weight?)", "id, weight"),
                    Problem.of(400, "import-columns-missing", "weight"),
                    Problem.of(400, "import-columns-repeated", "weight"),
                    Problem.of(400, "import-kind-mistaken", "members", "households"),
                    Problem.of(400, "import-encoding", 4711, 17, "UTF-8"),
                    Problem.of(400, "import-encoding-ambiguous", 4711, 17),
                    Problem.of(400, "import-year-invalid"),
                    Problem.of(400, "import-year-wrong", 17, "/year", 2016, 2017),
                    Problem.of(400, "import-years-mixed", 17, "/year", 2016, 2017),
                    Problem.of(413, "import-bomb", 8_589_934_592L, 250),
                    Problem.of(415, "import-charset-unsupported", "utf-16"),
                    Problem.of(415, "media-encoding-unsupported", "br")),
            "makeSubscription",
            List.of(UNUSABLE_SUBSCRIPTION, Problem.of(409, "too-many-subscriptions", 100), WEBHOOKS_MISSING),
            "changeSubscription",
            List.of(UNUSABLE_SUBSCRIPTION),
            "rotateSecret",
            List.of(WEBHOOKS_MISSING),
            "testSubscription",
            List.of(WEBHOOKS_MISSING),
            "replayEvents",
            List.of(Problem.of(422, "replay-out-of-range", "2026-11-13T08:00:00Z", "2026-11-27T08:00:00Z")),
            "replayDelivery",
            List.of(Problem.of(409, "delivery-not-dead")),
            "replayDeadLetter",
            List.of(
                    Problem.of(409, "no-reader", "identification.register"),
                    Problem.of(422, "still-unreadable", "unreadable")),
            "cancelJob",
            List.of(Problem.of(409, "job-finished", "SUCCEEDED")),
            "proveAudit",
            List.of(Problem.of(503, "audit-heads-unreachable", "identification.audit")));

    /** What is answered before an operation is found, or in place of any. */
    static final List<Problem> OF_NO_OPERATION =
            List.of(Problem.of(403, "certificate-required"), Problem.of(405, "method-not-allowed"));

    private ChassisProblems() {}

    static List<Problem> of(String operation) {
        return BY_OPERATION.getOrDefault(operation, List.of());
    }
}
