package org.jingzhun.funding.disbursement.web;

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
import java.time.LocalDate;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.disbursement.PayableKind;
import org.jingzhun.funding.disbursement.PayableRows;
import org.jingzhun.funding.disbursement.PayableRows.Due;
import org.jingzhun.funding.disbursement.Refusal;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What is due to whom (应付), in a disbursement or not yet. */
@Path("/v1/payables")
@Tag(name = "Disbursement")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PayableResource {

    private final PayableRows payables;
    private final AuditedLists lists;

    PayableResource(PayableRows payables, AuditedLists lists) {
        this.payables = payables;
        this.lists = lists;
    }

    /** Something due as seen from outside. */
    @Schema(name = "Payable")
    record PayableView(
            UUID id,
            PayableKind kind,
            String benefit,
            String village,
            @Nullable UUID household,
            @Nullable UUID person,
            @Nullable String payee,
            int year,
            UUID source,
            Money amount,
            String basis,
            LocalDate from,
            LocalDate to,
            @Nullable UUID disbursement,

            @Schema(description = "Why it fell out of its disbursement.") @Nullable
            Refusal refusal,

            @Schema(description = "The item of the negative list.") @Nullable
            String refusedItem) {

        static PayableView of(Due due) {
            return new PayableView(
                    due.id(),
                    due.kind(),
                    due.benefit(),
                    Long.toString(due.village()),
                    due.householdId(),
                    due.personId(),
                    due.payee(),
                    due.year(),
                    due.sourceId(),
                    due.amount(),
                    due.basis(),
                    due.from(),
                    due.to(),
                    due.disbursementId(),
                    due.refusal(),
                    due.refusedItem());
        }
    }

    /** A slice of what is due. */
    @Schema(name = "PayableSlice")
    record PayableSlice(
            List<PayableView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPayables", summary = "What is due in an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PayableSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("disbursement") @Nullable UUID disbursement,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("refused") @Nullable Boolean refused,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var filter = new PayableRows.Filter(disbursement, household, refused);
        var reading = AuditEntry.listing("payables-listed", "payable", area);
        return lists.answer(headers, page, PayableView.class, reading, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> payables.list(area, filter, behind, count), Due::id)
                .map(PayableView::of));
    }
}
