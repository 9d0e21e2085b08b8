package org.jingzhun.funding.asset.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.asset.Asset;
import org.jingzhun.funding.asset.AssetKeeping;
import org.jingzhun.funding.asset.AssetKind;
import org.jingzhun.funding.asset.Assets;
import org.jspecify.annotations.Nullable;

/** Assets built by fund money (扶贫资产) with the contracts of their operators. */
@Path("/v1")
@Tag(name = "Assets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AssetResource {

    private final AssetKeeping keeping;
    private final Assets assets;
    private final Lists lists;

    AssetResource(AssetKeeping keeping, Assets assets, Lists lists) {
        this.keeping = keeping;
        this.assets = assets;
        this.lists = lists;
    }

    @GET
    @Path("/assets")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAssets", summary = "Assets of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AssetView.AssetSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("kind") @Nullable AssetKind kind,
            @QueryParam("project") @Nullable UUID project,
            @QueryParam("valuationDueBy") @Nullable LocalDate valuationDueBy,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, AssetView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> assets.list(area, kind, project, valuationDueBy, behind, count),
                        Asset::id)
                .map(AssetView::of));
    }

    @GET
    @Path("/assets/{id}")
    @Transactional
    @Operation(operationId = "getAsset", summary = "One asset with its contract")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response get(@PathParam("id") UUID id) {
        var asset = assets.get(id);
        return Revisions.answer(AssetView.of(asset), asset.revision());
    }

    @POST
    @Idempotent
    @Path("/assets")
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createAsset", summary = "Record an asset")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response create(@Valid @NotNull AssetRequest request) {
        return record(UuidCreator.getTimeOrderedEpoch(), request, null);
    }

    @PUT
    @Path("/assets/{id}")
    @RolesAllowed("finance-officer")
    @Operation(operationId = "putAsset", summary = "Record an asset under an id of your own, or describe it anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull AssetRequest request) {
        return record(id, request, ifMatch);
    }

    private Response record(UUID id, AssetRequest request, @Nullable String ifMatch) {
        var recorded = keeping.record(id, request.data(), ifMatch);
        var asset = recorded.asset();
        return Revisions.recorded(recorded.created(), "/v1/assets/" + id, AssetView.of(asset), asset.revision());
    }
}
