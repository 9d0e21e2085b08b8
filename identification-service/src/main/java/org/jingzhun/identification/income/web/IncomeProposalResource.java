package org.jingzhun.identification.income.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.income.IncomeProposal;
import org.jingzhun.identification.income.IncomeProposals;
import org.jingzhun.identification.income.Proposing;
import org.jingzhun.identification.income.computing.Line;
import org.jingzhun.identification.money.Yuan;
import org.jspecify.annotations.Nullable;

/** What households told their helpers of their incomes: nothing of it counts until it is accepted. */
@Path("/v1/income-proposals")
@Tag(name = "Incomes")
@Produces(MediaType.APPLICATION_JSON)
public class IncomeProposalResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
    private static final int KEYS = 2;

    private final IncomeProposals proposals;
    private final Proposing proposing;
    private final AuditedLists lists;

    IncomeProposalResource(IncomeProposals proposals, Proposing proposing, AuditedLists lists) {
        this.proposals = proposals;
        this.proposing = proposing;
        this.lists = lists;
    }

    /** A slice of proposals. */
    @Schema(name = "IncomeProposalSlice")
    public record ProposalSlice(
            List<IncomeProposalView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** How a proposal becomes an income. */
    @Schema(name = "IncomeProposalAcceptance")
    public record AcceptanceBody(
            @Schema(description = "First day of the period, in Asia/Shanghai.") @NotNull
            LocalDate from,

            @Schema(description = "Last day of the period: not after today, less than a year after the first.") @NotNull
            LocalDate to,

            @Schema(description = "Version of the income rules; absent for those in force on the last day.")
            @Size(max = 40)
            @Nullable
            String rules,

            @Schema(description = "What is true after all; absent for what was told.")
            @Size(min = 1, max = 200)
            @Nullable
            List<IncomeBody.@NotNull @Valid LineBody> lines,

            @Schema(description = "Who said so for the household.") @NotBlank @Size(max = 50)
            String statedBy,

            @Schema(description = "Id of the income whose place it takes.") @Nullable
            UUID corrects) {

        Proposing.Acceptance acceptance() {
            return new Proposing.Acceptance(
                    from,
                    to,
                    rules,
                    lines == null
                            ? null
                            : lines.stream()
                                    .map(line -> new Line(line.item(), Yuan.toFen(line.amount())))
                                    .toList(),
                    statedBy,
                    corrects);
        }
    }

    /** Why a proposal becomes no income. */
    @Schema(name = "IncomeProposalRefusal")
    public record DeclineBody(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON})
    @RolesAllowed({
        Role.SURVEYOR,
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR
    })
    @Operation(operationId = "listIncomeProposals", summary = "What households told their helpers of their incomes")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ProposalSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("state") IncomeProposal.@Nullable State state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        IncomeProposals.Filter filter = new IncomeProposals.Filter(area, household, state);
        return lists.answer(
                headers,
                page,
                IncomeProposalView.class,
                AuditEntry.listing("income-proposals-listed", "income-proposal", area),
                (after, limit) ->
                        proposals.list(filter, Cursor.parse(after, KEYS), limit).map(IncomeProposalView::of));
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "acceptIncomeProposal", summary = "Make an income of what was told, as for putIncome")
    public IncomeProposalView accept(@PathParam("id") UUID id, @NotNull @Valid AcceptanceBody body) {
        return IncomeProposalView.of(proposing.accept(id, body.acceptance()));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "declineIncomeProposal", summary = "Make no income of what was told, and say why")
    public IncomeProposalView decline(@PathParam("id") UUID id, @NotNull @Valid DeclineBody body) {
        return IncomeProposalView.of(proposing.decline(id, body.reason()));
    }
}
