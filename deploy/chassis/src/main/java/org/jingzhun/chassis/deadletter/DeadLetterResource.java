package org.jingzhun.chassis.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;
import org.jspecify.annotations.Nullable;

/** Dead letters of this service's consumers. */
@Path("/v1/dead-letters")
@Tag(name = "Operation")
@RolesAllowed({"region-officer", "system"})
public class DeadLetterResource {

    private final DeadLetters letters;
    private final Projecting projecting;
    private final Instance<Projection<?>> projections;
    private final Lists lists;

    DeadLetterResource(
            DeadLetters letters, Projecting projecting, @Any Instance<Projection<?>> projections, Lists lists) {
        this.letters = letters;
        this.projecting = projecting;
        this.projections = projections;
        this.lists = lists;
    }

    /** What is shown of a dead letter: the payload stays in the database, it may name people. */
    @Schema(name = "DeadLetter")
    public record DeadLetterView(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String type,
            String reason,
            int bytes,
            Instant receivedAt,
            @Nullable Instant replayedAt) {

        static DeadLetterView of(DeadLetter letter) {
            var message = letter.message();
            byte[] payload = message.payload();
            return new DeadLetterView(
                    letter.id(),
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key(),
                    message.type(),
                    letter.reason(),
                    payload == null ? 0 : payload.length,
                    letter.receivedAt(),
                    letter.replayedAt());
        }
    }

    /** A slice of dead letters. */
    @Schema(name = "DeadLetterSlice")
    public record DeadLetterSlice(
            List<DeadLetterView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDeadLetters", summary = "Messages that could not be read, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeadLetterSlice.class)))
    public Response list(
            @QueryParam("topic") @Size(max = 249) @Nullable String topic,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return lists.answer(headers, page, DeadLetterView.class, (after, limit) -> letters.list(
                        topic, Cursor.parse(after, 1), limit)
                .map(DeadLetterView::of));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Apply a dead letter again, after its cause was mended")
    public DeadLetterView replay(@PathParam("id") UUID id) {
        DeadLetter letter =
                letters.find(id).orElseThrow(() -> Problem.of(404, "not-found").asException());
        Projection<?> projection = projections.stream()
                .filter(candidate -> candidate.topic().equals(letter.message().topic()))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(409, "no-reader", letter.message().topic()).asException());
        try {
            projecting.replay(projection, letter.message());
        } catch (RuntimeException still) {
            throw Problem.of(422, "still-unreadable", firstLine(still)).asException();
        }
        letters.markReplayed(id);
        return DeadLetterView.of(letters.find(id).orElse(letter));
    }

    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
