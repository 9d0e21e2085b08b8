package org.jingzhun.funding.observed.identification.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.observed.identification.Village;
import org.jingzhun.funding.observed.identification.Villages;
import org.jspecify.annotations.Nullable;

/** Villages and their poor, as this service believes them now. */
@Path("/v1/villages")
@Tag(name = "Villages")
@RolesAllowed({
    "finance-officer",
    "village-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor",
    "system"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VillageResource {

    private final Villages villages;
    private final Lists lists;
    private final Clock clock;

    VillageResource(Villages villages, Lists lists, Clock clock) {
        this.villages = villages;
        this.lists = lists;
        this.clock = clock;
    }

    /** A village as seen from outside. */
    @Schema(name = "Village")
    public record VillageView(
            String code,
            String name,
            boolean poorVillage,
            long ruralHouseholds,
            long ruralPersons,
            long poorHouseholds,
            long poorPersons,
            long monitoredHouseholds,
            long monitoredPersons,

            @Schema(description = "Poor persons in a million rural persons.")
            long incidenceMillionths) {

        static VillageView of(Village village) {
            return new VillageView(
                    Long.toString(village.code()),
                    village.name(),
                    village.poorVillage(),
                    village.ruralHouseholds(),
                    village.ruralPersons(),
                    village.poorHouseholds(),
                    village.poorPersons(),
                    village.monitoredHouseholds(),
                    village.monitoredPersons(),
                    village.incidenceMillionths());
        }
    }

    /** A slice of villages. */
    @Schema(name = "VillageSlice")
    public record VillageSlice(
            List<VillageView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listVillages", summary = "Villages with rural and poor households and persons, by code")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = VillageSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var today = LocalDate.now(clock);
        return lists.answer(headers, page, VillageView.class, (after, limit) -> {
            var cursor = Cursor.parse(after, 1);
            var rows = villages.list(area, cursor == null ? null : cursor.number(0), today, limit + 1);
            return Slice.of(rows, limit, village -> Cursor.of(village.code())).map(VillageView::of);
        });
    }
}
