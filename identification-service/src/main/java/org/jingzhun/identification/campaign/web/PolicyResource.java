package org.jingzhun.identification.campaign.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Policies;
import org.jingzhun.identification.campaign.Policies.Name;
import org.jingzhun.identification.campaign.Policies.Policy;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The rules of the procedure by place and year: days of notice, quorum and majority, edge of the line, months of visits. */
@Path("/v1/policies")
@Tag(name = "Campaigns")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    private final Policies policies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Lists lists;

    PolicyResource(Policies policies, CurrentCaller caller, Audit audit, Lists lists) {
        this.policies = policies;
        this.caller = caller;
        this.audit = audit;
        this.lists = lists;
    }

    /** A rule as it is shown. */
    @Schema(name = "Policy")
    public record PolicyView(
            long id,
            Name name,

            @Schema(description = "12 digits; absent for everywhere.") @Nullable
            String division,

            @Schema(description = "Absent for every year.") @Nullable
            Integer year,

            int value,
            int outOf,
            String source,
            String setBy,
            @Nullable Instant setAt) {

        static PolicyView of(Policy policy) {
            return new PolicyView(
                    policy.id(),
                    policy.name(),
                    policy.division() == 0 ? null : DivisionCode.text(policy.division()),
                    policy.year(),
                    policy.value(),
                    policy.outOf(),
                    policy.source(),
                    policy.setBy(),
                    policy.setAt());
        }
    }

    /** A slice of rules. */
    @Schema(name = "PolicySlice")
    public record PolicySlice(
            List<PolicyView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Authenticated
    @Operation(operationId = "listPolicies", summary = "Rules of the procedure in the order in which they were set")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PolicySlice.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, PolicyView.class, (after, limit) -> {
            Cursor behind = Cursor.parse(after, 1);
            List<Policy> rows = policies.list(behind == null ? 0 : behind.number(0), limit + 1);
            return Slice.of(rows, limit, last -> Cursor.of(last.id())).map(PolicyView::of);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addPolicy",
            summary = "Set a rule for a place and year; campaigns that have begun keep theirs")
    @APIResponse(
            responseCode = "201",
            description = "Set.",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response add(@NotNull @Valid PolicyBody body) {
        if (!caller.get().has(Role.ADMIN) && !caller.get().area().covers(body.area())) {
            throw Problem.of(403, "policy-elsewhere").asException();
        }
        Policy policy = policies.add(body.policy(caller.get().subject()));
        audit.record(AuditEntry.of("policy-set", "policy", policy.id())
                .in(policy.division())
                .with("name", policy.name())
                .with("value", policy.value()));
        return Response.status(Response.Status.CREATED)
                .entity(PolicyView.of(policy))
                .build();
    }
}
