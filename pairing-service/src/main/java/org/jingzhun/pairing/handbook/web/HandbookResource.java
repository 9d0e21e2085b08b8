package org.jingzhun.pairing.handbook.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.document.Composer;
import org.jingzhun.chassis.document.Document;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.handbook.Handbook;
import org.jingzhun.pairing.handbook.Handbooks;
import org.jingzhun.pairing.handbook.Printing;
import org.jspecify.annotations.Nullable;

/** Booklets of households. */
@Path("/v1/handbooks/{householdId}")
@Tag(name = "Handbooks")
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.HELPER
})
public class HandbookResource {

    private static final String PDF = "application/pdf";
    private static final UUID NOBODY = new UUID(0, 0);

    private final Handbooks handbooks;
    private final Printing printing;
    private final CurrentCaller caller;
    private final Audit audit;

    HandbookResource(Handbooks handbooks, Printing printing, CurrentCaller caller, Audit audit) {
        this.handbooks = handbooks;
        this.printing = printing;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Operation(
            operationId = "getHandbook",
            summary = "One household, one booklet, one card, out of what is recorded; a helper sees those of its own"
                    + " households. As PDF the first page is the card")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HandbookView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(@PathParam("householdId") UUID household, @Context HttpHeaders headers) {
        Handbook book = handbooks.find(household, own()).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        boolean printed = isPdfWanted(headers);
        audit.record(AuditEntry.of("handbook-read", "household", household)
                .in(book.card().villageCode())
                .with("form", printed ? "pdf" : "json"));
        if (!printed) {
            return Response.ok(HandbookView.of(book), MediaType.APPLICATION_JSON)
                    .build();
        }
        Document document = printing.document(book);
        return Response.ok((StreamingOutput) out -> Composer.write(document, out), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + household + ".pdf\"")
                .build();
    }

    private static boolean isPdfWanted(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.getType().equals("application")
                    && accepted.getSubtype().equals("pdf")) {
                return true;
            }
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable UUID own() {
        Caller asking = caller.get();
        if (!asking.has(Role.HELPER)) {
            return null;
        }
        return asking.helperId() == null ? NOBODY : asking.helperId();
    }
}
