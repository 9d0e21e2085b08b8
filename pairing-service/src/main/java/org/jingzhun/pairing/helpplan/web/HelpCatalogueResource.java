package org.jingzhun.pairing.helpplan.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.helpplan.Catalogue;

/** The names that the measures of help plans have (七个一批、十大行动). */
@Path("/v1/help-plans/catalogue")
@Tag(name = "Help plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.HELPER,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class HelpCatalogueResource {

    private final Catalogue catalogue;
    private final Clock clock;

    HelpCatalogueResource(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The names that a village's measures have today. */
    @Schema(name = "HelpCatalogue")
    record CatalogueView(List<EntryView> pathways, List<EntryView> actions) {

        /** One name. */
        @Schema(name = "HelpCatalogueEntry")
        record EntryView(
                String version,
                String code,
                String chinese,
                String english,

                @Schema(description = "Causes of poverty against which it helps.")
                List<String> causes,

                String source) {

            static EntryView of(Catalogue.Entry entry) {
                return new EntryView(
                        entry.version(),
                        entry.code(),
                        entry.chinese(),
                        entry.english(),
                        entry.causes().stream().map(Enum::name).sorted().toList(),
                        entry.source());
            }
        }
    }

    @GET
    @Operation(operationId = "getHelpCatalogue", summary = "Pathways and actions of a village, with their sources")
    @APIResponse(
            responseCode = "200",
            description = "As they hold today",
            content = @Content(schema = @Schema(implementation = CatalogueView.class)))
    public CatalogueView catalogue(
            @QueryParam("village") @NotNull @Pattern(regexp = Divisions.VILLAGE) String village) {
        var today = Clocks.today(clock);
        long code = Long.parseLong(village);
        return new CatalogueView(
                catalogue.pathways(code, today).stream()
                        .map(CatalogueView.EntryView::of)
                        .toList(),
                catalogue.actions(code, today).stream()
                        .map(CatalogueView.EntryView::of)
                        .toList());
    }
}
