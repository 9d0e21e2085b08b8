package org.jingzhun.chassis.bulk;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.job.Job;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jspecify.annotations.Nullable;

/** Bulk imports. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@Authenticated
@RunOnVirtualThread
public class ImportsResource {

    private final Imports imports;
    private final ImportKinds kinds;
    private final ImportRows rows;
    private final ImportSettings settings;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final AuditedLists lists;

    ImportsResource(
            Imports imports,
            ImportKinds kinds,
            ImportRows rows,
            ImportSettings settings,
            Jobs jobs,
            CurrentCaller caller,
            AuditedLists lists) {
        this.imports = imports;
        this.kinds = kinds;
        this.rows = rows;
        this.settings = settings;
        this.jobs = jobs;
        this.caller = caller;
        this.lists = lists;
    }

    /** A slice of rejections. */
    @Schema(name = "RejectionSlice")
    public record RejectionSlice(
            List<RejectionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Consumes({Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "importRows",
            summary = "Import rows",
            description =
                    "The body is streamed, plain or with Content-Encoding gzip, in UTF-8 or GB18030 (GBK, GB2312); any"
                            + " other encoding is refused with the offset of the first bad byte. Good rows go in, bad"
                            + " rows are kept as rejections. Importing the same rows again changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "Uploaded; Location is the job that merges it, whose id is the import's id, too.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public Response upload(
            @QueryParam("kind") @NotNull @Size(max = 100) @Parameter(description = "What the rows are.") String kind,
            @QueryParam("atomic") @DefaultValue("false") @Parameter(description = "One bad row stops all.")
                    boolean atomic,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable MediaType type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Parameter(hidden = true) @Nullable String encoding,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        if (type == null) {
            throw Problem.of(415, "unsupported-media-type").asException();
        }
        var parameters = new HashMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
        parameters.keySet().removeIf(name -> name.equals("kind") || name.equals("atomic"));
        Imports.Form form = type.getSubtype().equals("csv") ? Imports.Form.CSV : Imports.Form.NDJSON;
        InputStream text = new TextBody(plain(body, encoding), TextEncoding.declaredBy(type));
        UUID id = imports.upload(kind, atomic, new ImportParameters(parameters), form, text);
        return jobs.accepted(id);
    }

    private InputStream plain(InputStream body, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> Gunzip.of(body, settings.bytesAtMost());
            default ->
                throw Problem.of(415, "media-encoding-unsupported", String.valueOf(encoding))
                        .asException();
        };
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(operationId = "getImport", summary = "What became of an import")
    public ImportView get(@PathParam("id") UUID id) {
        Job job = jobs.get(id);
        return ImportView.of(stored(id), job);
    }

    @GET
    @Path("{id}/rejections")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listImportRejections",
            summary = "Rows that did not go in, by line; the rows are shown as they were sent")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RejectionSlice.class)))
    public Response rejections(
            @PathParam("id") UUID id,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers,
            @Context RoutingContext exchange) {
        authorize(id);
        AuditEntry reading = AuditEntry.of("rejections-listed", "import", id);
        return lists.answer(headers, page, RejectionView.class, reading, (after, limit) -> {
            Cursor cursor = Cursor.parse(after, 2);
            long line = cursor == null ? 0 : cursor.number(0);
            long behind = cursor == null ? 0 : cursor.number(1);
            return Slice.of(
                            rows.rejections(id, line, behind, limit + 1),
                            limit,
                            rejection -> Cursor.of(rejection.line(), rejection.id()))
                    .map(rejection -> new RejectionView(
                            rejection.line(),
                            rejection.pointer(),
                            rejection.code(),
                            Problems.detail(rejection.code(), rejection.args(), exchange),
                            rejection.row()));
        });
    }

    /** Rejected rows may hold personal data: they are for the importer and for those who may import the same. */
    private void authorize(UUID id) {
        Job job = jobs.get(id);
        var asking = caller.get();
        boolean own = asking.subject().equals(job.caller().subject());
        if (!own && !asking.hasAny(kinds.get(stored(id).kind()).roles())) {
            throw Problem.of(403, "role-required").asException();
        }
    }

    private ImportRows.Stored stored(UUID id) {
        return rows.find(id).orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
