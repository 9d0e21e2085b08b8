package org.jingzhun.pairing.briefing.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.document.Composer;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.briefing.Briefing;
import org.jingzhun.pairing.briefing.BriefingText;
import org.jingzhun.pairing.briefing.Briefings;

/** Weekly briefings (一周一通报), written in the night to Monday. */
@Path("/v1/briefings")
@Tag(name = "Briefings")
@RolesAllowed({
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class BriefingResource {

    private static final String PDF = "application/pdf";

    private final Briefings briefings;

    BriefingResource(Briefings briefings) {
        this.briefings = briefings;
    }

    /** A week's briefing. */
    @Schema(name = "Briefing")
    record BriefingView(
            String division,
            String name,
            LocalDate monday,
            Instant writtenAt,
            Briefing.Counts total,

            @Schema(description = "By the divisions of the next level that have anything to tell.")
            List<RowView> rows) {

        /** A part of it. */
        @Schema(name = "BriefingRow")
        record RowView(String division, String name, Briefing.Counts counts) {}

        static BriefingView of(Briefing briefing) {
            return new BriefingView(
                    Divisions.text(briefing.division()),
                    briefing.name(),
                    briefing.monday(),
                    briefing.writtenAt(),
                    briefing.total(),
                    briefing.rows().stream()
                            .map(row -> new RowView(Divisions.text(row.division()), row.name(), row.counts()))
                            .toList());
        }
    }

    @GET
    @Path("/{monday}")
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Operation(operationId = "getBriefing", summary = "What a week brought, by the divisions of the next level")
    @APIResponse(
            responseCode = "200",
            description = "Written once, never changed",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BriefingView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(
            @PathParam("monday") LocalDate monday,
            @QueryParam("division") @NotNull @Pattern(regexp = Divisions.FULL) String division,
            @Context HttpHeaders headers) {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw Problem.of(422, "not-a-monday", monday).asException();
        }
        var briefing = briefings.find(Long.parseLong(division), monday).orElseThrow(() -> Problem.of(
                        404, "briefing-not-written", monday)
                .asException());
        boolean printed = headers.getAcceptableMediaTypes().stream().anyMatch(type -> PDF.equals(type.toString()));
        return printed
                ? Response.ok((StreamingOutput) out -> Composer.write(BriefingText.of(briefing), out), PDF)
                        .build()
                : Response.ok(BriefingView.of(briefing), MediaType.APPLICATION_JSON)
                        .build();
    }
}
