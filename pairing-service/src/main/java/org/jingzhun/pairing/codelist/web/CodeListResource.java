package org.jingzhun.pairing.codelist.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.pairing.codelist.CodeList;
import org.jingzhun.pairing.codelist.CodeLists;

/** Labels of all enumerations; everybody with a token may read them. */
@Path("/v1/code-lists")
@Tag(name = "Code lists")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CodeListResource {

    private final CodeLists codeLists;

    CodeListResource(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /** All code lists; few enough for one answer. */
    public record CodeListSummaries(List<CodeListSummary> items) {}

    /** @param entries how many codes the list has */
    public record CodeListSummary(String name, String source, int entries) {}

    @GET
    @Operation(operationId = "listCodeLists", summary = "The names of all code lists")
    public CodeListSummaries list() {
        return new CodeListSummaries(codeLists.list().stream()
                .map(list -> new CodeListSummary(
                        list.name(), list.source(), list.entries().size()))
                .toList());
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getCodeList", summary = "One code list with Chinese and English labels")
    public CodeList get(@PathParam("name") @Size(max = 60) String name) {
        return codeLists.find(name).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }
}
