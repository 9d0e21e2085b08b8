package org.jingzhun.funding.allocation.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.allocation.FactorTable;
import org.jingzhun.funding.allocation.FactorTables;
import org.jspecify.annotations.Nullable;

/** Factor tables; their values come by the import {@code factor-values}. */
@Path("/v1/factor-tables")
@Tag(name = "Allocation")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FactorTableResource {

    private final FactorTables tables;
    private final Lists lists;

    FactorTableResource(FactorTables tables, Lists lists) {
        this.tables = tables;
        this.lists = lists;
    }

    /** What a client says of a table. */
    @Schema(name = "FactorTableRequest")
    record TableRequest(
            @NotNull
            @Pattern(regexp = PlanRequest.DIVISION)
            @Schema(description = "The county, city or region for which it is made, 12 digits.")
            String division,

            @NotBlank @Size(max = 200) String name,

            @NotBlank @Size(max = 50) @Schema(description = "Unit of the values, which are whole numbers of it.")
            String unit,

            @Min(1986) @Max(2100) int year,
            @NotBlank @Size(max = 100) String documentNumber,
            @NotNull LocalDate issuedOn) {}

    /** A factor table as seen from outside. */
    @Schema(name = "FactorTable")
    record TableView(
            UUID id,
            String division,
            String name,
            String unit,
            int year,
            String documentNumber,
            LocalDate issuedOn,

            @Schema(description = "How many divisions have a value.")
            long values,

            long revision) {

        static TableView of(FactorTable table) {
            return new TableView(
                    table.id(),
                    Long.toString(table.area()),
                    table.name(),
                    table.unit(),
                    table.year(),
                    table.documentNumber(),
                    table.issuedOn(),
                    table.values(),
                    table.revision());
        }
    }

    /** A slice of tables. */
    @Schema(name = "FactorTableSlice")
    record TableSlice(
            List<TableView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A value of a table. */
    @Schema(name = "FactorValue")
    record ValueView(String division, long value) {}

    /** A slice of values. */
    @Schema(name = "FactorValueSlice")
    record ValueSlice(
            List<ValueView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFactorTables", summary = "Factor tables of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TableSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, TableView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> tables.list(area, year, behind, count), FactorTable::id)
                .map(TableView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getFactorTable", summary = "One factor table")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TableView.class)))
    public Response get(@PathParam("id") UUID id) {
        var table = require(id);
        return Revisions.answer(TableView.of(table), table.revision());
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "putFactorTable", summary = "Record a factor table, or describe it anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TableView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = TableView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull TableRequest request) {
        var recorded = tables.record(
                id,
                new FactorTable.Data(
                        Long.parseLong(request.division()),
                        request.name(),
                        request.unit(),
                        request.year(),
                        request.documentNumber(),
                        request.issuedOn()),
                ifMatch);
        var table = recorded.table();
        return Revisions.recorded(recorded.created(), "/v1/factor-tables/" + id, TableView.of(table), table.revision());
    }

    @GET
    @Path("/{id}/values")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFactorValues", summary = "Values of a factor table, by division")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ValueSlice.class)))
    public Response values(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, ValueView.class, (after, limit) -> {
            var cursor = Cursor.parse(after, 1);
            var rows = tables.listValues(require(id).id(), cursor == null ? null : cursor.number(0), limit + 1);
            return Slice.of(rows, limit, value -> Cursor.of(value.division()))
                    .map(value -> new ValueView(Long.toString(value.division()), value.value()));
        });
    }

    private FactorTable require(UUID id) {
        return tables.find(id).orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
