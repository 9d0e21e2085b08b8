package org.jingzhun.identification.register.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.observed.funding.Allocations;
import org.jingzhun.identification.observed.funding.Benefits;
import org.jingzhun.identification.observed.pairing.Helpers;
import org.jingzhun.identification.register.Register;
import org.jingzhun.identification.register.RegisterRow;
import org.jingzhun.identification.register.Status;
import org.jspecify.annotations.Nullable;

/** The part of the poverty register that lies in the caller's area. */
@Path("/v1/register")
@Tag(name = "Register")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.FINANCE_OFFICER,
    Role.SYSTEM
})
public class RegisterResource {

    private final Register register;
    private final Helpers helpers;
    private final Allocations allocations;
    private final Benefits benefits;
    private final Audit audit;
    private final AuditedLists lists;

    RegisterResource(
            Register register,
            Helpers helpers,
            Allocations allocations,
            Benefits benefits,
            Audit audit,
            AuditedLists lists) {
        this.register = register;
        this.helpers = helpers;
        this.allocations = allocations;
        this.benefits = benefits;
        this.audit = audit;
        this.lists = lists;
    }

    /** A slice of the register. */
    @Schema(name = "RegisterSlice")
    public record RegisterSlice(
            List<RegisterRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listRegister", summary = "Households on the register by village")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisterSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("status") @Nullable Status status,
            @QueryParam("cause") @Size(max = 40) @Nullable String cause,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        Register.Filter filter = new Register.Filter(area, status, cause, year);
        return lists.answer(
                headers,
                page,
                RegisterRow.class,
                AuditEntry.listing("register-listed", "register", area),
                (after, limit) -> register.list(filter, Cursor.parse(after, 2), limit));
    }

    @GET
    @Path("/{householdId}")
    @Transactional
    @Operation(operationId = "getRegisterEntry", summary = "A household on the register, its history and its support")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisterView.class)))
    public Response get(@PathParam("householdId") UUID household) {
        RegisterRow entry = register.find(household)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        long village = DivisionCode.parse(entry.villageCode());
        audit.record(AuditEntry.of("register-read", "household", household).in(village));
        RegisterView view = new RegisterView(
                entry,
                register.listHistory(household),
                helpers.findOf(household).orElse(null),
                benefits.listOf(household),
                allocations.listOf(village));
        return Revisions.answer(view, entry.revision());
    }
}
