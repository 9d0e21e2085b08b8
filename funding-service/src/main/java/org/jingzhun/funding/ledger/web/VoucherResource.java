package org.jingzhun.funding.ledger.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.ledger.GroupPosting;
import org.jingzhun.funding.ledger.Voucher;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Vouchers written by hand (记账凭证). */
@Path("/v1/journal-entries")
@Tag(name = "Ledger")
@RolesAllowed("finance-officer")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VoucherResource {

    private static final int MOST_TRANSFERS = 200;
    private static final int MOST_VOUCHERS = 500;

    private final GroupPosting posting;

    VoucherResource(GroupPosting posting) {
        this.posting = posting;
    }

    /** Money that goes from one account to another. */
    @Schema(name = "TransferRequest")
    public record TransferRequest(
            @NotNull UUID from,
            @NotNull UUID to,
            @NotNull @PositiveMoney Money amount) {}

    /** What is to be booked. */
    @Schema(name = "VoucherRequest")
    public record VoucherRequest(
            @NotNull
            @Pattern(regexp = "[1-9]\\d{5}(0{6})?")
            @Schema(description = "In whose books.", examples = "451031000000")
            String county,

            @NotBlank @Size(max = 500) String memo,

            @NotNull @Size(min = 1, max = MOST_TRANSFERS) List<@Valid @NotNull TransferRequest> transfers) {

        Voucher voucher(@Nullable String key) {
            return new Voucher(
                    Area.ofPrefix(county).from(),
                    memo.strip(),
                    transfers.stream()
                            .map(t -> new Voucher.Transfer(t.from(), t.to(), t.amount()))
                            .toList(),
                    key);
        }
    }

    /** A voucher among others. */
    @Schema(name = "KeyedVoucher")
    public record KeyedVoucher(
            @NotNull
            @Pattern(regexp = "[\\x21-\\x7e]{1,255}")
            @Schema(description = "The client's own name of the voucher, as an Idempotency-Key.")
            String key,

            @NotNull @Valid VoucherRequest voucher) {}

    /** Vouchers that do not depend on each other. */
    @Schema(name = "VoucherBatchRequest")
    public record BatchRequest(
            @NotNull @Size(min = 1, max = MOST_VOUCHERS) List<@Valid @NotNull KeyedVoucher> vouchers) {}

    /** What became of one of them. */
    @Schema(name = "VoucherResult")
    public record ResultView(
            String key,

            @Schema(description = "As if it had been sent alone: 201, or the status of the problem.")
            int status,

            @Schema(description = "Id of the journal entry; absent when it was refused.") @Nullable
            UUID entry,

            @Schema(description = "Number in its series, from 1; absent when it was refused.") @Nullable
            Long number,

            @Schema(description = "Code of the problem; absent when it was posted.") @Nullable
            String code) {

        static ResultView of(String key, GroupPosting.Result result) {
            return switch (result) {
                case GroupPosting.Result.Posted(var receipt) ->
                    new ResultView(
                            key,
                            Response.Status.CREATED.getStatusCode(),
                            receipt.entry().id(),
                            receipt.entry().number(),
                            null);
                case GroupPosting.Result.Refused(var refusal) -> {
                    var problem = LedgerRefusals.problem(refusal);
                    yield new ResultView(key, problem.status(), null, null, problem.code());
                }
            };
        }
    }

    /** What became of all of them, in their order. */
    @Schema(name = "VoucherBatch")
    public record BatchView(List<ResultView> results) {}

    @POST
    @Path("/batches")
    @Operation(
            operationId = "postVouchers",
            summary = "Book many vouchers that do not depend on each other, each for itself",
            description =
                    "For systems that hand in a day's vouchers. Each has a key of its own, so that the whole may be sent"
                            + " again after a broken connection.")
    public BatchView postAll(@Valid @NotNull BatchRequest request) {
        var vouchers = request.vouchers();
        var results = posting.postAll(
                vouchers.stream().map(v -> v.voucher().voucher(v.key())).toList());
        return new BatchView(IntStream.range(0, vouchers.size())
                .mapToObj(v -> ResultView.of(vouchers.get(v).key(), results.get(v)))
                .toList());
    }

    @POST
    @Operation(
            operationId = "postVoucher",
            summary = "Book transfers between accounts of your area; all of them or none",
            description =
                    "Sent again with the same Idempotency-Key it is answered with the entry that it made first, at any"
                            + " later time.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = JournalResource.EntryView.class)))
    public Response post(
            @HeaderParam("Idempotency-Key")
                    @Pattern(regexp = "[\\x21-\\x7e]{1,255}")
                    @Parameter(description = "The client's own name of the voucher, so that it is posted once.")
                    @Nullable
                    String key,
            @Valid @NotNull VoucherRequest request) {
        var receipt = posting.post(request.voucher(key));
        var answer = Response.created(
                        URI.create("/v1/journal-entries/" + receipt.entry().id()))
                .entity(JournalResource.EntryView.of(receipt.entry()));
        if (receipt.before()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }
}
