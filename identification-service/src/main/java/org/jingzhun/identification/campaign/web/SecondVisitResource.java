package org.jingzhun.identification.campaign.web;

import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.campaign.SecondVisit;
import org.jingzhun.identification.campaign.SecondVisits;
import org.jspecify.annotations.Nullable;

/** Who must be visited a second time in a campaign. */
@Path("/v1/campaigns/{id}/second-visits")
@Tag(name = "Campaigns")
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class SecondVisitResource {

    private final Campaigns campaigns;
    private final SecondVisits secondVisits;
    private final AuditedLists auditedLists;

    SecondVisitResource(Campaigns campaigns, SecondVisits secondVisits, AuditedLists auditedLists) {
        this.campaigns = campaigns;
        this.secondVisits = secondVisits;
        this.auditedLists = auditedLists;
    }

    /** A slice of the households that must be visited a second time. */
    @Schema(name = "SecondVisitSlice")
    public record SecondVisitSlice(
            List<SecondVisit> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Transactional
    @Operation(
            operationId = "listSecondVisits",
            summary = "Households that must be visited a second time, with the reasons",
            description = "Flagged ones (open or confirmed), those objected to, and those whose first score is near the"
                    + " cut line. The second appraisal and the county's review need all of them visited.")
    @APIResponse(
            responseCode = "200",
            description = "By village.",
            content = @Content(schema = @Schema(implementation = SecondVisitSlice.class)))
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("made") @Nullable Boolean made,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Campaign campaign = campaigns.get(id);
        Area county = new Area(campaign.county(), campaign.countyEnd());
        Area area = division == null ? county : Area.ofPrefix(division).intersect(county);
        return auditedLists.answer(
                headers,
                page,
                SecondVisit.class,
                AuditEntry.of("second-visits-listed", "campaign", id).in(campaign.county()),
                (after, limit) -> secondVisits.list(id, area, made, Cursor.parse(after, 2), limit));
    }
}
