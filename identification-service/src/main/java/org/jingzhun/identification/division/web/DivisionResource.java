package org.jingzhun.identification.division.web;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.division.Division;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.division.Divisions;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.published.DivisionRecorded;
import org.jspecify.annotations.Nullable;

/** The register of divisions; everybody with a token may read it. */
@Path("/v1/divisions")
@Tag(name = "Divisions")
@Authenticated
public class DivisionResource {

    private final Divisions divisions;
    private final Lists lists;

    DivisionResource(Divisions divisions, Lists lists) {
        this.divisions = divisions;
        this.lists = lists;
    }

    /** A slice of divisions. */
    @Schema(name = "DivisionSlice")
    public record DivisionSlice(
            List<DivisionRecorded> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDivisions", summary = "Divisions in the order of their codes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DivisionSlice.class)))
    public Response list(
            @QueryParam("parent") @Pattern(regexp = DivisionCode.PATTERN) @Nullable String parent,
            @QueryParam("level") @Nullable Level level,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Long below = parent == null ? null : DivisionCode.parse(parent);
        return lists.answer(headers, page, DivisionRecorded.class, (after, limit) -> divisions
                .list(below, level, Cursor.parse(after, 1), limit)
                .map(Division::recorded));
    }

    @GET
    @Path("/{code}")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getDivision", summary = "One division")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DivisionRecorded.class)))
    public Response get(@PathParam("code") @Pattern(regexp = DivisionCode.PATTERN) String code) {
        Division division = divisions
                .findByCode(DivisionCode.parse(code))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        return Revisions.answer(division.recorded(), division.revision());
    }
}
