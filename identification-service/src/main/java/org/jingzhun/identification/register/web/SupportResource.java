package org.jingzhun.identification.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.observed.funding.Allocations;
import org.jingzhun.identification.observed.funding.Benefits;
import org.jingzhun.identification.observed.pairing.Helpers;

/** What the other services have told of a household's support. */
@Path("/v1/households/{id}/support")
@Tag(name = "Households")
@Produces(MediaType.APPLICATION_JSON)
public class SupportResource {

    private final Households households;
    private final Helpers helpers;
    private final Allocations allocations;
    private final Benefits benefits;
    private final Audit audit;

    SupportResource(Households households, Helpers helpers, Allocations allocations, Benefits benefits, Audit audit) {
        this.households = households;
        this.helpers = helpers;
        this.allocations = allocations;
        this.benefits = benefits;
        this.audit = audit;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.SURVEYOR,
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR,
        Role.SYSTEM
    })
    @Operation(
            operationId = "getSupport",
            summary = "Who helps a household, what it received and what its village was given")
    public SupportView get(@PathParam("id") UUID id) {
        Household household = households.findByIdOptional(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        audit.record(AuditEntry.of("support-read", "household", id).in(household.villageCode()));
        return new SupportView(
                helpers.findOf(id).orElse(null), benefits.listOf(id), allocations.listOf(household.villageCode()));
    }
}
