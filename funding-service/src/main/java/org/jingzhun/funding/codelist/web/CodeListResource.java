package org.jingzhun.funding.codelist.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.funding.codelist.CodeEntry;
import org.jingzhun.funding.codelist.CodeLists;

/** Code lists (代码表) with labels, validity and source. */
@Path("/v1/code-lists")
@Tag(name = "Code lists")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CodeListResource {

    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(operationId = "listCodeLists", summary = "Names of the code lists")
    public List<String> listNames() {
        return lists.listNames();
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getCodeList", summary = "Codes of a list with labels, validity and source")
    @APIResponse(responseCode = "200")
    public List<CodeEntry> get(@PathParam("name") @Size(max = 60) String name) {
        var entries = lists.list(name);
        if (entries.isEmpty()) {
            throw Problem.of(404, "not-found").asException();
        }
        return entries;
    }
}
