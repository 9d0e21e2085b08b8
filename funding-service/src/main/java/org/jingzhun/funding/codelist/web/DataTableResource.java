package org.jingzhun.funding.codelist.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTableView;
import org.jingzhun.chassis.data.DataTableView.DataRowsRequest;
import org.jingzhun.chassis.data.DataTableView.LoadedView;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;

/** Normative data: everybody may read it, the region and administrators add rows. */
@Path("/v1/data-tables")
@Tag(name = "Code lists")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DataTableResource {

    private static final int LONGEST_NAME = 60;

    private final DataTables tables;

    DataTableResource(DataTables tables) {
        this.tables = tables;
    }

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
        return DataTableView.of(table, tables.listLines(table));
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
                .entity(LoadedView.of(loaded))
                .build();
    }

    private DataTable<?> table(String name) {
        return tables.find(name).orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
