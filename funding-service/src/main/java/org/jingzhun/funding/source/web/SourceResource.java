package org.jingzhun.funding.source.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.source.Budgeting;
import org.jingzhun.funding.source.Source;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Sources of money (资金来源). */
@Path("/v1/sources")
@Tag(name = "Sources and budgets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource {

    private final Budgeting budgeting;
    private final Sources sources;
    private final Lists lists;

    SourceResource(Budgeting budgeting, Sources sources, Lists lists) {
        this.budgeting = budgeting;
        this.sources = sources;
        this.lists = lists;
    }

    /** What a client says of a source. */
    @Schema(name = "SourceRequest")
    public record SourceRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "中央财政专项扶贫资金")
            String name,

            @NotBlank @Size(max = 60) @Schema(description = "Code of the list source-kind.", examples = "SPECIAL_FUND")
            String kind,

            @NotBlank @Size(max = 60) @Schema(description = "Code of the list source-level.", examples = "CENTRAL")
            String level) {

        Budgeting.SourceData data() {
            return new Budgeting.SourceData(name.strip(), kind, level);
        }
    }

    /** A source as seen from outside. */
    @Schema(name = "Source")
    public record SourceView(UUID id, String name, String kind, String level, long revision) {

        static SourceView of(Source source) {
            return new SourceView(source.id(), source.name(), source.kind(), source.level(), source.revision());
        }
    }

    /** A slice of sources. */
    @Schema(name = "SourceSlice")
    public record SourceSlice(
            List<SourceView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSources", summary = "Sources of money, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = SourceSlice.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, SourceView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> sources.list(behind, count), Source::id)
                .map(SourceView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getSource", summary = "One source")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response get(@PathParam("id") UUID id) {
        var source = sources.findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        return Revisions.answer(SourceView.of(source), source.revision());
    }

    @POST
    @Idempotent
    @RolesAllowed({"finance-officer", "region-officer"})
    @Operation(operationId = "createSource", summary = "Record a source")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response create(@Valid @NotNull SourceRequest request) {
        return answer(budgeting.record(UuidCreator.getTimeOrderedEpoch(), request.data(), null));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"finance-officer", "region-officer"})
    @Operation(operationId = "putSource", summary = "Record a source under an id of your own, or describe it anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull SourceRequest request) {
        return answer(budgeting.record(id, request.data(), ifMatch));
    }

    private static Response answer(Budgeting.Recorded recorded) {
        var source = recorded.source();
        return Revisions.recorded(
                recorded.created(), "/v1/sources/" + source.id(), SourceView.of(source), source.revision());
    }
}
