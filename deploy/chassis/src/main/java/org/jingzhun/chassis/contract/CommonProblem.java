package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.function.BiPredicate;
import org.jingzhun.chassis.http.Problem;

/**
 * Problems of one status that operations of all services answer alike, and which operations do; no operation has two of one
 * status.
 *
 * @param component its name among the responses of the components
 * @param condition whether an operation answers it; told whether it takes an Idempotency-Key
 * @param samples one of each code
 */
record CommonProblem(String component, BiPredicate<Endpoint, Boolean> condition, List<Problem> samples) {

    /** By status. */
    static final List<CommonProblem> ALL = List.of(
            of(
                    "BadRequest",
                    (endpoint, keyed) -> true,
                    Problem.of(400, "bad-request", "HTTP 400"),
                    Problem.of(400, "bad-cursor"),
                    Problem.of(400, "invalid-fields", 1)
                            .with(new Problem.FieldError("limit", "max", "must be less than or equal to 1000")),
                    Problem.of(400, "malformed-json", "1:17"),
                    Problem.of(400, "unknown-field", "colour", "1:17"),
                    Problem.of(400, "repeated-field", "1:17"),
                    Problem.of(400, "wrong-type", "/year", "1:17"),
                    Problem.of(400, "not-boolean"),
                    Problem.of(400, "unusable-character"),
                    Problem.of(400, "idempotency-key-unusable", 255),
                    Problem.of(400, "path-not-plain"),
                    Problem.of(400, "purpose-required")),
            of("TokenRequired", (endpoint, keyed) -> true, Problem.of(401, "token-required")),
            of(
                    "RoleRequired",
                    (endpoint, keyed) -> endpoint.isSecured(),
                    Problem.of(403, "role-required"),
                    Problem.of(403, "not-granted", "GET", "/v1/things")),
            of(
                    "NotFound",
                    (endpoint, keyed) -> endpoint.isOfOne() || endpoint.isChange(),
                    Problem.of(404, "not-found")),
            of("NotAcceptable", (endpoint, keyed) -> true, Problem.of(406, "not-acceptable")),
            of("BodyTooSlow", (endpoint, keyed) -> endpoint.hasBody(), Problem.of(408, "body-too-slow", 1024)),
            of(
                    "IdTaken",
                    (endpoint, keyed) -> endpoint.isPut() && endpoint.isOfOne(),
                    Problem.of(409, "id-taken"),
                    Problem.of(409, "conflicts-with-stored-data", "plan_year_check")),
            of(
                    "Conflict",
                    (endpoint, keyed) -> endpoint.isChange() && !(endpoint.isPut() && endpoint.isOfOne()),
                    Problem.of(409, "conflicts-with-stored-data", "plan_year_check")),
            of(
                    "StaleRevision",
                    (endpoint, keyed) -> endpoint.isChange(),
                    Problem.of(412, "stale-revision", 7),
                    Problem.of(412, "changed-meanwhile")),
            of("BodyTooLarge", (endpoint, keyed) -> endpoint.hasBody(), Problem.of(413, "body-too-large", 1_048_576)),
            of(
                    "UnsupportedMediaType",
                    (endpoint, keyed) -> endpoint.hasBody(),
                    Problem.of(415, "unsupported-media-type")),
            of(
                    "KeyReused",
                    (endpoint, keyed) -> endpoint.isChange() && keyed,
                    Problem.of(422, "idempotency-key-reused"),
                    Problem.of(422, "not-storable", "22008")),
            of(
                    "NotStorable",
                    (endpoint, keyed) -> endpoint.isChange() && !keyed,
                    Problem.of(422, "not-storable", "22008")),
            of(
                    "IfMatchRequired",
                    (endpoint, keyed) -> endpoint.hasParameter("If-Match"),
                    Problem.of(428, "if-match-required")),
            of(
                    "TooManyRequests",
                    (endpoint, keyed) -> true,
                    Problem.of(429, "too-many-requests", 30),
                    Problem.of(429, "exports-at-most", 4),
                    Problem.of(429, "jobs-at-most", 20)),
            of("InternalError", (endpoint, keyed) -> true, Problem.of(500, "internal-error")));

    private static CommonProblem of(String component, BiPredicate<Endpoint, Boolean> condition, Problem... samples) {
        return new CommonProblem(component, condition, List.of(samples));
    }

    int status() {
        return samples.getFirst().status();
    }

    boolean isOf(Endpoint endpoint, boolean keyed) {
        return condition.test(endpoint, keyed);
    }
}
