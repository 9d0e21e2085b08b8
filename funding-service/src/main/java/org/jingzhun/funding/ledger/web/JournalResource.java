package org.jingzhun.funding.ledger.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.Journal;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.Posting;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** The journal (日记账): what was booked, in the order in which it was booked. */
@Path("/v1/journal-entries")
@Tag(name = "Ledger")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JournalResource {

    private final Journal journal;
    private final Bookkeeping bookkeeping;
    private final Lists lists;

    JournalResource(Journal journal, Bookkeeping bookkeeping, Lists lists) {
        this.journal = journal;
        this.bookkeeping = bookkeeping;
        this.lists = lists;
    }

    /** One line of an entry. */
    @Schema(name = "Posting")
    public record PostingView(
            UUID account,
            String division,

            @Schema(description = "Below zero when it leaves the account.")
            Money amount) {

        static PostingView of(Posting posting) {
            return new PostingView(posting.accountId(), Long.toString(posting.division()), posting.amount());
        }
    }

    /** An entry as seen from outside. */
    @Schema(name = "JournalEntry")
    public record EntryView(
            UUID id,
            String county,

            @Schema(description = "Counts the county's entries from 1.")
            long number,

            JournalEntry.Kind kind,
            String businessKey,
            String memo,

            @Schema(description = "The entry that this one undoes.") @Nullable
            UUID reverses,

            String postedBy,
            Instant postedAt,
            List<PostingView> postings) {

        static EntryView of(JournalEntry entry) {
            return new EntryView(
                    entry.id(),
                    Long.toString(entry.county()),
                    entry.number(),
                    entry.kind(),
                    entry.businessKey(),
                    entry.memo(),
                    entry.reverses(),
                    entry.postedBy(),
                    entry.postedAt(),
                    entry.postings().stream().map(PostingView::of).toList());
        }
    }

    /** A slice of entries. */
    @Schema(name = "JournalEntrySlice")
    public record EntrySlice(
            List<EntryView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** Why an entry is undone. */
    @Schema(name = "ReversalRequest")
    public record ReversalRequest(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listJournalEntries", summary = "Entries of an area, by county and number")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EntrySlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("account") @Nullable UUID account,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, EntryView.class, (after, limit) -> {
            var cursor = Cursor.parse(after, 2);
            var place = cursor == null ? null : new Journal.Place(cursor.number(0), cursor.number(1));
            var rows = journal.list(area, account, place, limit + 1).stream()
                    .map(Journal.Hashed::entry)
                    .toList();
            return Slice.of(rows, limit, entry -> Cursor.of(entry.county(), entry.number()))
                    .map(EntryView::of);
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getJournalEntry", summary = "One entry with its postings")
    public EntryView get(@PathParam("id") UUID id) {
        return journal.find(id).map(EntryView::of).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    @POST
    @Idempotent
    @Path("/{id}/reversal")
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "reverseJournalEntry",
            summary =
                    "Undo the entry of a budget or a voucher with an entry of its own; others are undone by their procedure")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Response reverse(@PathParam("id") UUID id, @Valid @NotNull ReversalRequest request) {
        var reversal = bookkeeping.reverse(id, request.reason());
        return Response.created(URI.create("/v1/journal-entries/" + reversal.id()))
                .entity(EntryView.of(reversal))
                .build();
    }
}
