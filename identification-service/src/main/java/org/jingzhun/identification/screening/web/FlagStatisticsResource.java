package org.jingzhun.identification.screening.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.screening.FlagSource;
import org.jingzhun.identification.screening.Outcomes;
import org.jingzhun.identification.screening.Purpose;
import org.jspecify.annotations.Nullable;

/** How far the records of each department can be trusted. */
@Path("/v1/flag-statistics")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class FlagStatisticsResource {

    private final Outcomes outcomes;

    FlagStatisticsResource(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** The flags of a source. */
    @Schema(name = "FlagStatistics")
    public record SourceView(
            FlagSource source,
            long flags,
            long open,

            @Schema(description = "No veto by an exception that the matching saw.")
            long noted,

            @Schema(description = "Not checked before the id number was corrected.")
            long lapsed,

            @Schema(description = "Decided by a second check; the rates are of these.")
            long checked,

            long confirmed,
            long falseMatches,
            long excepted,
            long differing,

            @Schema(description = "In percent.") @Nullable BigDecimal confirmedRate,

            @Schema(description = "In percent.") @Nullable BigDecimal falseMatchRate) {

        static SourceView of(Outcomes.OfSource each) {
            return new SourceView(
                    each.source(),
                    each.flags(),
                    each.open(),
                    each.noted(),
                    each.lapsed(),
                    each.checked(),
                    each.confirmed(),
                    each.falseMatches(),
                    each.excepted(),
                    each.differing(),
                    Share.percent(each.confirmed(), each.checked()),
                    Share.percent(each.falseMatches(), each.checked()));
        }
    }

    /** By source. */
    @Schema(name = "FlagStatisticsList")
    public record SourceList(List<SourceView> items) {}

    @GET
    @RolesAllowed({
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR
    })
    @Operation(
            operationId = "countFlags",
            summary = "Flags by source in the caller's area: confirmed, false matches, and their rates")
    public SourceList count(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("purpose") @Nullable Purpose purpose) {
        Area area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return new SourceList(outcomes.count(area, campaign, purpose).stream()
                .map(SourceView::of)
                .toList());
    }
}
