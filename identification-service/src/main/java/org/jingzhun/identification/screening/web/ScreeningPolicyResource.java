package org.jingzhun.identification.screening.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.screening.ScreeningPolicies;
import org.jingzhun.identification.screening.ScreeningPolicies.ScreeningPolicy;
import org.jingzhun.identification.screening.coverage.Limits;
import org.jspecify.annotations.Nullable;

/** How old the departments' data may be and how much they must cover; everybody may read it. */
@Path("/v1/screening-policies")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningPolicyResource {

    private final ScreeningPolicies policies;
    private final CurrentCaller caller;
    private final Audit audit;

    ScreeningPolicyResource(ScreeningPolicies policies, CurrentCaller caller, Audit audit) {
        this.policies = policies;
        this.caller = caller;
        this.audit = audit;
    }

    /** A policy as it is shown and sent. */
    @Schema(name = "ScreeningPolicy")
    public record PolicyBody(
            @Schema(readOnly = true) @Nullable Long id,

            @Schema(description = "Where it holds, 12 digits; 000000000000 is everywhere.")
            @NotNull
            @Pattern(regexp = "\\d{12}")
            String division,

            @Schema(description = "Absent for every year.") @Min(2013) @Max(2100) @Nullable
            Integer year,

            @Schema(description = "Older data are warned of.") @NotNull @Min(0) @Max(36500)
            Integer warnAgeDays,

            @Schema(description = "Older data are refused; absent when they never are.") @Min(0) @Max(36500) @Nullable
            Integer refuseAgeDays,

            @Schema(description = "Of the persons; covering less is warned of.") @NotNull @Min(0) @Max(100)
            Integer warnCoveragePercent,

            @Schema(description = "Covering less is refused; absent when it never is.") @Min(1) @Max(100) @Nullable
            Integer refuseCoveragePercent,

            @Schema(readOnly = true, description = "PUBLIC, ASSUMPTION, or LOCAL for what was loaded.") @Nullable
            String mark,

            @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
            String source) {

        @AssertTrue(message = "{refusal-after-warning}")
        @Schema(hidden = true)
        boolean isGraded() {
            return warnAgeDays == null
                    || warnCoveragePercent == null
                    || ((refuseAgeDays == null || refuseAgeDays >= warnAgeDays)
                            && (refuseCoveragePercent == null || refuseCoveragePercent <= warnCoveragePercent));
        }

        static PolicyBody of(ScreeningPolicy policy) {
            Limits limits = policy.limits();
            return new PolicyBody(
                    policy.id(),
                    "%012d".formatted(policy.division()),
                    policy.year(),
                    limits.warnAgeDays(),
                    limits.refuseAgeDays(),
                    limits.warnCoveragePercent(),
                    limits.refuseCoveragePercent(),
                    policy.mark(),
                    policy.source());
        }

        Limits limits() {
            return new Limits(warnAgeDays, refuseAgeDays, warnCoveragePercent, refuseCoveragePercent);
        }
    }

    /** All policies. */
    @Schema(name = "ScreeningPolicyList")
    public record PolicyList(List<PolicyBody> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listScreeningPolicies", summary = "Limits of age and coverage, the youngest first")
    public PolicyList list() {
        return new PolicyList(policies.list().stream().map(PolicyBody::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addScreeningPolicy",
            summary = "Set limits of age and coverage for a division; the youngest of the smallest division counts")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PolicyBody.class)))
    public Response add(@NotNull @Valid PolicyBody body) {
        long division = Long.parseLong(body.division());
        if (!caller.get().area().covers(division) || division % 1_000_000 != 0) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        long id = policies.add(
                division,
                body.year(),
                body.limits(),
                body.source(),
                caller.get().subject());
        audit.record(AuditEntry.of("screening-policy-added", "screening-policy", id)
                .in(division)
                .because(body.source()));
        return Response.created(URI.create("/v1/screening-policies"))
                .entity(PolicyBody.of(
                        new ScreeningPolicy(id, division, body.year(), body.limits(), "LOCAL", body.source())))
                .build();
    }
}
