package org.jingzhun.identification.form.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.form.FormFilling;
import org.jspecify.annotations.Nullable;

/** The form of the next visit to a household. */
@Path("/v1/households/{id}/form")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
public class FormResource {

    private final FormFilling filling;

    FormResource(FormFilling filling) {
        this.filling = filling;
    }

    @GET
    @Operation(
            operationId = "getForm",
            summary = "The form of the next visit, filled in with what is known",
            description =
                    "Proposals come from the recorded members, from an earlier campaign, or from most of the"
                            + " neighbours in the hamlet. The surveyor confirms or corrects each and asks for the rest. What the"
                            + " first visit of the same campaign answered is not shown, so that the second finds out by itself.")
    public FormView get(
            @PathParam("id") UUID id,
            @QueryParam("campaign")
                    @Parameter(description = "Absent for the newest campaign of the household's county.")
                    @Nullable
                    UUID campaign) {
        return FormView.of(filling.fill(id, campaign));
    }
}
