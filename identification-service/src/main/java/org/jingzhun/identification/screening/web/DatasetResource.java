package org.jingzhun.identification.screening.web;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.screening.Datasets;
import org.jingzhun.identification.screening.DeliverySemantics;
import org.jingzhun.identification.veto.AssetSource;
import org.jspecify.annotations.Nullable;

/** Deliveries of the departments that concern the caller's area. */
@Path("/v1/datasets")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class DatasetResource {

    private final Datasets datasets;
    private final CurrentCaller caller;
    private final Lists lists;

    DatasetResource(Datasets datasets, CurrentCaller caller, Lists lists) {
        this.datasets = datasets;
        this.caller = caller;
        this.lists = lists;
    }

    /** A delivery as it is shown. */
    @Schema(name = "Dataset")
    public record DatasetView(
            UUID id,
            AssetSource source,

            @Schema(description = "The day whose data they are.")
            LocalDate asOf,

            @Schema(description = "From that day to today.") int ageDays,

            Instant receivedAt,
            DeliverySemantics semantics,

            @Schema(description = "Records of older deliveries that this complete one no longer told.")
            long closed,

            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,

            @Schema(description = "What it covers, 12 digits each.")
            List<String> divisions,

            @Schema(description = "As they were received; later deliveries take over what they repeat.")
            long records,

            @Schema(description = "Of people who were members of a household then.")
            long matched,

            @Schema(description = "Of the area that was asked for, as are the persons.")
            long villages,

            long villagesCovered,

            @Schema(description = "In percent.") @Nullable BigDecimal villageCoverage,

            long persons,
            long personsCovered,

            @Schema(description = "In percent.") @Nullable BigDecimal personCoverage,

            String deliveredBy) {

        static DatasetView of(Datasets.Dataset dataset) {
            return new DatasetView(
                    dataset.id(),
                    dataset.source(),
                    dataset.asOf(),
                    dataset.ageDays(),
                    dataset.receivedAt(),
                    dataset.semantics(),
                    dataset.closed(),
                    dataset.periodFrom(),
                    dataset.periodTo(),
                    dataset.divisions().stream().map("%012d"::formatted).toList(),
                    dataset.records(),
                    dataset.matched(),
                    dataset.villages(),
                    dataset.villagesCovered(),
                    Share.percent(dataset.villagesCovered(), dataset.villages()),
                    dataset.persons(),
                    dataset.personsCovered(),
                    Share.percent(dataset.personsCovered(), dataset.persons()),
                    dataset.deliveredBy());
        }
    }

    /** A slice of deliveries. */
    @Schema(name = "DatasetSlice")
    public record DatasetSlice(
            List<DatasetView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @RolesAllowed({
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR,
        Role.SYSTEM,
        Role.ADMIN
    })
    @Operation(
            operationId = "listDatasets",
            summary = "Deliveries of the departments, the youngest first, with freshness and coverage")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = DatasetSlice.class)))
    public Response list(
            @QueryParam("source") @Nullable AssetSource source,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area own = caller.get().area();
        Area area = division == null ? own : Area.ofPrefix(division).intersect(own);
        return lists.answer(headers, page, DatasetView.class, (after, limit) -> datasets.list(
                        source, area, Cursor.parse(after, 1), limit)
                .map(DatasetView::of));
    }
}
