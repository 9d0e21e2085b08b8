package org.jingzhun.funding.codelist.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.codelist.DataTable;
import org.jingzhun.funding.codelist.DataTables;

/** Normative data: everybody may read it, the region and administrators add rows. */
@Path("/v1/data-tables")
@Tag(name = "Code lists")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DataTableResource {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 500;

    private final DataTables tables;

    DataTableResource(DataTables tables) {
        this.tables = tables;
    }

    /** A table with its rows. */
    @Schema(name = "DataTable")
    public record DataTableView(String name, List<String> columns, List<RowView> rows) {}

    /** A row. */
    @Schema(name = "DataRow")
    public record RowView(
            @Schema(description = "Whether it came with the service; else it was loaded since.")
            boolean ships,

            List<String> cells) {

        static RowView of(DataTables.Line line) {
            return new RowView(line.ships(), line.cells());
        }
    }

    /** Rows to be added. */
    @Schema(name = "DataRowsRequest")
    public record DataRowsRequest(
            @NotBlank
            @Size(max = MOST_CHARACTERS)
            @Schema(description = "CSV with a head line that names all columns in their order.")
            String csv,

            @NotBlank @Size(max = LONGEST_SOURCE) @Schema(description = "Document behind the rows.")
            String source) {}

    /** How many rows were added. */
    @Schema(name = "DataRowsLoaded")
    public record LoadedView(String table, int rows) {}

    @GET
    @Operation(operationId = "listDataTables", summary = "Names of the tables of normative data that take new rows")
    public List<String> listNames() {
        return tables.listNames();
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getDataTable", summary = "A table with all rows, validity and sources among the columns")
    public DataTableView get(@PathParam("name") @Size(max = LONGEST_NAME) String name) {
        var table = table(name);
        return new DataTableView(
                name,
                table.columns(),
                tables.listLines(table).stream().map(RowView::of).toList());
    }

    @POST
    @Path("/{name}/rows")
    @Idempotent
    @RolesAllowed({"region-officer", "admin"})
    @Operation(operationId = "addDataRows", summary = "Add rows; they never change afterwards, all go in or none")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = LoadedView.class)))
    public Response add(
            @PathParam("name") @Size(max = LONGEST_NAME) String name, @Valid @NotNull DataRowsRequest request) {
        var loaded = tables.load(table(name), request.csv(), request.source().strip());
        return Response.created(URI.create("/v1/data-tables/" + name))
                .entity(new LoadedView(loaded.table(), loaded.rows()))
                .build();
    }

    private DataTable<?> table(String name) {
        return tables.find(name).orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
