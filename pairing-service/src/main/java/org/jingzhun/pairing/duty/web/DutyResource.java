package org.jingzhun.pairing.duty.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.duty.DutyRecord;
import org.jingzhun.pairing.duty.DutyRecords;
import org.jingzhun.pairing.duty.LeaveStep;
import org.jingzhun.pairing.duty.Residing;
import org.jspecify.annotations.Nullable;

/** Duty of first secretaries and resident teams (驻村工作). */
@Path("/v1/duty-records")
@Tag(name = "Duty")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class DutyResource {

    private final Residing residing;
    private final DutyRecords records;
    private final Lists lists;

    DutyResource(Residing residing, DutyRecords records, Lists lists) {
        this.residing = residing;
        this.records = records;
        this.lists = lists;
    }

    /** A slice of records. */
    @Schema(name = "DutyRecordSlice")
    record RecordSlice(
            List<DutyView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A slice of months. */
    @Schema(name = "DutyMonthSlice")
    record MonthSlice(
            List<DutyView.MonthView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** Days to be noted. */
    @Schema(name = "DutyRecordBody")
    record RecordBody(
            @NotNull @Schema(description = "The client's: the same again changes nothing, other content is refused.")
            UUID id,

            @NotNull UUID helperId,
            @NotNull @Pattern(regexp = Divisions.VILLAGE) String villageCode,

            @NotNull @Schema(description = "PRESENT and LEAVE by the helper itself, ABSENCE by whoever found it.")
            DutyRecord.Kind kind,

            @NotNull LocalDate firstOn,
            @NotNull @Schema(description = "Included.") LocalDate lastOn,
            @Size(max = 1000) @Nullable String remark) {}

    /** A step to be taken. */
    @Schema(name = "LeaveStepRequest")
    record StepRequest(
            @NotNull LeaveStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDutyRecords", summary = "Duty records of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = RecordSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("helper") @Nullable UUID helper,
            @QueryParam("kind") DutyRecord.@Nullable Kind kind,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        var filter = new DutyRecords.Filter(helper, kind, from, to);
        return lists.answer(headers, page, DutyView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> records.list(area, filter, behind, count), DutyRecord::id)
                .map(DutyView::of));
    }

    @GET
    @Path("/months/{month}")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listDutyMonths",
            summary = "A month's duty by person, with what absence leads to: of whoever resides, also without a record")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MonthSlice.class)))
    public Response month(
            @PathParam("month") @Pattern(regexp = "20\\d{2}-(0[1-9]|1[0-2])") String month,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        var asked = YearMonth.parse(month);
        return lists.answer(headers, page, DutyView.MonthView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> records.month(area, asked, behind, count),
                        DutyRecords.Month::helperId)
                .map(row -> DutyView.MonthView.of(residing.judge(row, asked.atEndOfMonth()))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Role.HELPER,
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR
    })
    @Operation(operationId = "getDutyRecord", summary = "One record; a helper sees its own")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DutyView.HandledView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(residing.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({Role.HELPER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.SUPERVISOR})
    @Operation(operationId = "noteDuty", summary = "Note days in the village, ask for leave, or note an absence")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DutyView.HandledView.class)))
    public Response note(@Valid @NotNull RecordBody body) {
        return answer(residing.note(new Residing.Noted(
                body.id(),
                body.helperId(),
                Long.parseLong(body.villageCode()),
                body.kind(),
                body.firstOn(),
                body.lastOn(),
                Remark.of(body.remark()))));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(operationId = "takeLeaveStep", summary = "GRANT or REFUSE a leave; the township grants few days")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DutyView.HandledView.class)))
    public Response take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return answer(residing.take(id, request.step(), remark));
    }

    private static Response answer(Residing.Handled handled) {
        return Revisions.answer(
                DutyView.HandledView.of(handled), handled.record().revision());
    }
}
