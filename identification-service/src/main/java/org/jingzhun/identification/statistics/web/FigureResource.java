package org.jingzhun.identification.statistics.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.statistics.OfficialFigure;
import org.jingzhun.identification.statistics.OfficialFigures;
import org.jspecify.annotations.Nullable;

/** Official figures: everybody with a token reads them, who keeps the normative data of an area loads them. */
@Path("/v1/official-figures")
@Tag(name = "Statistics")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class FigureResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
    private static final long MOST = 2_000_000_000;

    private final OfficialFigures figures;
    private final Lists lists;

    FigureResource(OfficialFigures figures, Lists lists) {
        this.figures = figures;
        this.lists = lists;
    }

    /** A slice of figures. */
    @Schema(name = "OfficialFigureSlice")
    public record FigureSlice(
            List<OfficialFigure> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A figure as it is loaded: of households, persons and incidence what the source says, and nothing more. */
    @Schema(name = "OfficialFigureBody")
    public record FigureBody(
            @NotNull @Pattern(regexp = DIVISION) String division,
            @NotNull @Min(1978) @Max(2100) Integer year,
            @Nullable LocalDate asOf,
            @Min(0) @Max(MOST) @Nullable Long households,
            @Min(0) @Max(MOST) @Nullable Long persons,

            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Nullable
            BigDecimal incidencePercent,

            @Min(1) @Max(MOST) @Nullable Long denominatorPersons,

            @Schema(description = "Of what the incidence is a part, in words; say so when the source does not tell.")
            @NotBlank
            @Size(max = 500)
            String denominator,

            @NotBlank @Size(max = 200) String issuer,
            @NotBlank @Size(max = 500) String source,
            @NotNull OfficialFigure.Mark mark,
            @Size(min = 1, max = 1000) @Nullable String note) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listOfficialFigures",
            summary = "Figures of a division and all below it; those that contradict each other stand side by side")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FigureSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(
                headers,
                page,
                OfficialFigure.class,
                (after, limit) -> figures.list(area, year, Cursor.parse(after, 3), limit));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getOfficialFigure", summary = "A figure with its source")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = OfficialFigure.class)))
    public Response get(@PathParam("id") UUID id) {
        OfficialFigure figure =
                figures.find(id).orElseThrow(() -> Problem.of(404, "not-found").asException());
        return Response.ok(figure).tag(Revisions.tag(figure.revision())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "loadOfficialFigure", summary = "Load a figure")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = OfficialFigure.class)))
    public Response post(@NotNull @Valid FigureBody body) {
        return record(UuidCreator.getTimeOrderedEpoch(), body, null);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Transactional
    @Operation(
            operationId = "putOfficialFigure",
            summary = "Load a figure under an id of the client's choice, or correct it")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = OfficialFigure.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = OfficialFigure.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid FigureBody body) {
        return record(id, body, ifMatch);
    }

    private Response record(UUID id, FigureBody body, @Nullable String ifMatch) {
        if (body.households() == null && body.persons() == null && body.incidencePercent() == null) {
            throw Problem.of(422, "figure-empty")
                    .with(new FieldError("/persons", "figure-empty", null))
                    .asException();
        }
        if (body.division().startsWith("0")) {
            throw Problem.of(403, "whole-division-required").asException();
        }
        OfficialFigures.Recorded recorded = figures.record(
                new OfficialFigure(
                        id,
                        DivisionCode.text(Area.ofPrefix(body.division()).from()),
                        body.year(),
                        body.asOf(),
                        body.households(),
                        body.persons(),
                        body.incidencePercent(),
                        body.denominatorPersons(),
                        body.denominator(),
                        body.issuer(),
                        body.source(),
                        body.mark(),
                        body.note(),
                        "",
                        Instant.EPOCH,
                        0),
                ifMatch);
        Response.ResponseBuilder answer =
                recorded.isNew() ? Response.created(URI.create("/v1/official-figures/" + id)) : Response.ok();
        return answer.entity(recorded.figure())
                .tag(Revisions.tag(recorded.figure().revision()))
                .build();
    }
}
