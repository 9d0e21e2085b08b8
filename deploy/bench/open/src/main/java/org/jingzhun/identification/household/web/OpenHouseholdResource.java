package org.jingzhun.identification.household.web;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.Households;

/**
 * A household with its members to anybody, whole, from anywhere, and nobody writes down that it was read: what the secured
 * read is compared with. In this package, because what is shown of a household is made in it.
 */
@Path("/open/households")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class OpenHouseholdResource {

    private final Households households;
    private final Sealing sealing;

    OpenHouseholdResource(Households households, Sealing sealing) {
        this.households = households;
        this.sealing = sealing;
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        Household household = households.findWithMembers(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        return Revisions.answer(HouseholdView.of(household, sealing, Discretion.WHOLE), household.revision());
    }
}
