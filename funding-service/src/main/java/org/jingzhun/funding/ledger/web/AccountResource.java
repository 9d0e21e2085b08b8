package org.jingzhun.funding.ledger.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.ledger.Account;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Accounts (账户) on the way of the money from its source to who received it, with their balances. */
@Path("/v1/accounts")
@Tag(name = "Ledger")
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
public class AccountResource {

    private final Accounts accounts;
    private final Lists lists;

    AccountResource(Accounts accounts, Lists lists) {
        this.accounts = accounts;
        this.lists = lists;
    }

    /** An account as seen from outside. */
    @Schema(name = "Account")
    public record AccountView(
            UUID id,
            AccountKind kind,

            @Schema(description = "Owner: a county or a village, 12 digits.")
            String division,

            @Schema(description = "County in whose books it is.")
            String county,

            UUID sourceId,
            int year,

            @Schema(nullable = true, description = "Project, fund, pool or asset that it is about.") @Nullable
            UUID subject,

            @Schema(description = "Sum of all postings; a source's is what it gave, below zero.")
            Money balance) {

        static AccountView of(Account account) {
            var key = account.key();
            return new AccountView(
                    account.id(),
                    key.kind(),
                    Long.toString(key.division()),
                    Long.toString(key.county()),
                    key.sourceId(),
                    key.year(),
                    key.subject(),
                    account.balance());
        }
    }

    /** A slice of accounts. */
    @Schema(name = "AccountSlice")
    public record AccountSlice(
            List<AccountView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAccounts", summary = "Accounts of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AccountSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("kind") @Nullable AccountKind kind,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @QueryParam("source") @Nullable UUID source,
            @QueryParam("subject") @Parameter(description = "Project, fund, pool or asset.") @Nullable UUID subject,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var filter = new Accounts.Filter(kind, year, source, subject);
        return lists.answer(headers, page, AccountView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> accounts.list(area, filter, behind, count), Account::id)
                .map(AccountView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAccount", summary = "One account with its balance")
    public AccountView get(@PathParam("id") UUID id) {
        return accounts.find(id).map(AccountView::of).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }
}
