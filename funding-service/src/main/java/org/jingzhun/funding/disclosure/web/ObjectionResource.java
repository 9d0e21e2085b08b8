package org.jingzhun.funding.disclosure.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.disclosure.Objecting;
import org.jingzhun.funding.disclosure.Objection;
import org.jspecify.annotations.Nullable;

/** Objections to disclosures (异议): raised by anybody, answered by the county. */
@Path("/v1/disclosures")
@Tag(name = "Disclosure")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ObjectionResource {

    private static final int LONGEST = 2000;

    private final Objecting objecting;
    private final Lists lists;
    private final Clock clock;

    ObjectionResource(Objecting objecting, Lists lists, Clock clock) {
        this.objecting = objecting;
        this.lists = lists;
        this.clock = clock;
    }

    /** How far it is. */
    public enum ObjectionState {
        /** Waits for its answer. */
        OPEN,
        /** Waits, and its deadline is over. */
        OVERDUE,
        ANSWERED
    }

    /** What somebody says against it. */
    @Schema(name = "ObjectionRequest")
    public record ObjectionRequest(
            @NotBlank @Size(max = LONGEST) @Schema(description = "Only the offices of the county read it.")
            String text) {}

    /** The answer, which everybody reads. */
    @Schema(name = "AnswerRequest")
    public record AnswerRequest(
            @NotBlank @Size(max = LONGEST) String answer) {}

    /** An objection as seen from outside. */
    @Schema(name = "Objection")
    public record ObjectionView(
            UUID id,
            ObjectionState state,
            Instant raisedAt,

            @Schema(description = "Day by which it is answered.")
            LocalDate deadline,

            @Schema(nullable = true, description = "For the offices of the area; null for everybody else.") @Nullable
            String text,

            @Schema(nullable = true) @Nullable String answer,
            @Schema(nullable = true) @Nullable Instant answeredAt) {

        static ObjectionView of(Objection objection, LocalDate today) {
            var state = objection.answer() != null
                    ? ObjectionState.ANSWERED
                    : today.isAfter(objection.deadline()) ? ObjectionState.OVERDUE : ObjectionState.OPEN;
            return new ObjectionView(
                    objection.id(),
                    state,
                    objection.raisedAt(),
                    objection.deadline(),
                    objection.text(),
                    objection.answer(),
                    objection.answeredAt());
        }
    }

    /** A slice of objections. */
    @Schema(name = "ObjectionSlice")
    public record ObjectionSlice(
            List<ObjectionView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
    }

    @GET
    @Path("/{id}/objections")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listObjections", summary = "Objections to a disclosure and their answers; for everybody")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ObjectionSlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, ObjectionView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> objecting.list(id, behind, count), Objection::id)
                .map(objection -> ObjectionView.of(objection, today())));
    }

    @POST
    @Path("/{id}/objections")
    @Operation(operationId = "raiseObjection", summary = "Object to what was announced; anybody may, without a name")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response raise(@PathParam("id") UUID id, @Valid @NotNull ObjectionRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(ObjectionView.of(objecting.raise(id, request.text().strip()), today()))
                .build();
    }

    @POST
    @Idempotent
    @Path("/objections/{id}/answer")
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(operationId = "answerObjection", summary = "Answer an objection; everybody can read the answer")
    public ObjectionView answer(@PathParam("id") UUID id, @Valid @NotNull AnswerRequest request) {
        return ObjectionView.of(objecting.answer(id, request.answer().strip()), today());
    }
}
