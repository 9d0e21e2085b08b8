package org.jingzhun.chassis.contract;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jingzhun.chassis.audit.Purpose;

/** Headers and parameters of all operations, once in the components. */
final class Shared {

    private static final String LIMIT = "RateLimit-Limit";
    private static final String REMAINING = "RateLimit-Remaining";
    private static final String RESET = "RateLimit-Reset";
    private static final String RETRY = "Retry-After";
    private static final String LOCATION = "Location";
    private static final String REVISION = "ETag";
    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String TRACE = "traceparent";
    private static final String KEY = "Idempotency-Key";
    static final String NEEDED_PURPOSE = "NeededPurpose";
    private static final int PURPOSE_LENGTH = 1800;

    private Shared() {}

    static void purpose(Endpoint endpoint, boolean required) {
        endpoint.operation().addParameter(OASFactory.createParameter().ref(required ? NEEDED_PURPOSE : Purpose.HEADER));
    }

    static void add(OpenAPI contract) {
        contract.getComponents()
                .addHeader(LIMIT, number("Requests that a caller may send at once after a pause."))
                .addHeader(REMAINING, number("Of these, how many are left now; more come back each second."))
                .addHeader(RESET, number("Seconds until all are left again."))
                .addHeader(RETRY, number("Seconds to wait before the next request."))
                .addHeader(
                        LOCATION,
                        OASFactory.createHeader()
                                .description("Where it is: of what was created, or of the job to follow.")
                                .schema(text(2000).format("uri-reference")))
                .addHeader(
                        REVISION,
                        OASFactory.createHeader()
                                .description("Revision of what is shown, to be given as `If-Match` with a change.")
                                .schema(text(100)))
                .addHeader(
                        ORIGIN,
                        OASFactory.createHeader()
                                .description(
                                        "Origin of the page that asks, if the operator has opened the service to it;"
                                                + " absent otherwise, as it is unless the operator opens any.")
                                .schema(text(255)))
                .addParameter(
                        TRACE,
                        parameter(
                                TRACE,
                                "Trace of the caller (W3C Trace Context): the trace id comes back as traceId of"
                                        + " problems, and stands in the service's log.",
                                text(55).pattern("^([0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})$"),
                                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .addParameter(
                        KEY,
                        parameter(
                                KEY,
                                "Makes repeating safe: the same key with the same request gives the first answer"
                                        + " again. A new UUID for each new request.",
                                text(255).pattern("^([\\x21-\\x7e]{1,255})$"),
                                "01956a1f-7c00-7000-8000-000000000001"))
                .addParameter(NEEDED_PURPOSE, purpose().required(true))
                .addParameter(Purpose.HEADER, purpose());
    }

    private static Parameter purpose() {
        return parameter(
                Purpose.HEADER,
                "Why it is read; stands in the audit trail, which the household may see."
                        + " At most 200 characters; what is not ASCII is percent-encoded UTF-8.",
                text(PURPOSE_LENGTH).pattern("^([\\x20-\\x7e]{1,1800})$"),
                "Visit of 2026-11-03, form 4");
    }

    private static Header number(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .format("int32")
                        .minimum(BigDecimal.ZERO)
                        .maximum(BigDecimal.valueOf(Integer.MAX_VALUE)));
    }

    private static Schema text(int length) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(length);
    }

    private static Parameter parameter(String name, String description, Schema schema, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(schema)
                .example(example);
    }

    static void trace(Endpoint endpoint) {
        endpoint.operation().addParameter(OASFactory.createParameter().ref(TRACE));
    }

    static void key(Endpoint endpoint) {
        endpoint.operation().addParameter(OASFactory.createParameter().ref(KEY));
    }

    /** To pages of which origin the answer is shown (CORS). */
    static APIResponse shown(APIResponse answer) {
        return answer.addHeader(ORIGIN, header(ORIGIN));
    }

    /** How many requests are left. */
    static APIResponse counted(APIResponse answer) {
        return answer.addHeader(LIMIT, header(LIMIT))
                .addHeader(REMAINING, header(REMAINING))
                .addHeader(RESET, header(RESET));
    }

    static APIResponse delayed(APIResponse answer) {
        return answer.addHeader(RETRY, header(RETRY));
    }

    static APIResponse located(APIResponse answer) {
        return answer.addHeader(LOCATION, header(LOCATION));
    }

    static APIResponse tagged(APIResponse answer) {
        return answer.addHeader(REVISION, header(REVISION));
    }

    private static Header header(String name) {
        return OASFactory.createHeader().ref(name);
    }
}
