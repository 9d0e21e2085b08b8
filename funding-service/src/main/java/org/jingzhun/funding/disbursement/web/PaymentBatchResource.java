package org.jingzhun.funding.disbursement.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Imports;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.funding.disbursement.Batching;
import org.jingzhun.funding.disbursement.Payment;
import org.jingzhun.funding.disbursement.PaymentBatch;
import org.jingzhun.funding.disbursement.PaymentRows;
import org.jingzhun.funding.disbursement.PaymentStage;
import org.jingzhun.funding.disbursement.ResultImport;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Batches of payments: to the bank as a file, and back as its results. */
@Path("/v1/payment-batches")
@Tag(name = "Payment")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PaymentBatchResource {

    private final Batching batching;
    private final PaymentRows payments;
    private final Imports imports;
    private final Jobs jobs;
    private final Lists lists;
    private final AuditedLists auditedLists;

    PaymentBatchResource(
            Batching batching,
            PaymentRows payments,
            Imports imports,
            Jobs jobs,
            Lists lists,
            AuditedLists auditedLists) {
        this.batching = batching;
        this.payments = payments;
        this.imports = imports;
        this.jobs = jobs;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    /** What is to go to the bank. */
    @Schema(name = "PaymentBatchRequest")
    record BatchRequest(
            @Size(min = 1, max = 100) @Schema(description = "Approved disbursements of one county.") @Nullable
            List<@NotNull UUID> disbursements,

            @Schema(description = "Instead of disbursements: the batch whose failed payments go once more.") @Nullable
            UUID retryOf) {}

    /** A batch as seen from outside. */
    @Schema(name = "PaymentBatch")
    record BatchView(
            UUID id,
            String county,
            @Nullable UUID retryOf,
            long payments,
            Money amount,

            @Schema(description = "Payments that fell out when it was prepared.")
            long refused,

            @Schema(description = "Journal entry that put the money in transit; none of retries.") @Nullable
            UUID entry,

            String createdBy,
            Instant createdAt,

            @Schema(description = "How many payments stand at each stage.")
            Map<PaymentStage, Long> stages) {

        static BatchView of(PaymentBatch batch) {
            return new BatchView(
                    batch.id(),
                    Long.toString(batch.county()),
                    batch.retryOf(),
                    batch.payments(),
                    batch.amount(),
                    batch.refused(),
                    batch.entryId(),
                    batch.createdBy(),
                    batch.createdAt(),
                    batch.stages());
        }
    }

    /** A slice of batches. */
    @Schema(name = "PaymentBatchSlice")
    record BatchSlice(
            List<BatchView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A line of the bank's file. */
    @Schema(name = "BankLine")
    record BankLine(
            UUID paymentId,

            @Schema(
                    description =
                            "Who receives it: a person, else a household, by the ids under which the bank opened the accounts.")
            @Nullable
            UUID payee,

            @Schema(description = "A unit that builds a project.") @Nullable
            String unit,

            Money amount,

            @Schema(description = "Code of the benefit, for the statement of account.")
            String benefit,

            int year) {

        static BankLine of(Payment payment) {
            return new BankLine(
                    payment.id(),
                    payment.personId() == null ? payment.householdId() : payment.personId(),
                    payment.payee(),
                    payment.amount(),
                    payment.benefit(),
                    payment.from().year());
        }
    }

    /** A slice of the bank's file. */
    @Schema(name = "BankLineSlice")
    record BankLineSlice(
            List<BankLine> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPaymentBatches", summary = "Batches of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = BatchSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, BatchView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> payments.listBatches(area, behind, count), PaymentBatch::id)
                .map(BatchView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getPaymentBatch", summary = "One batch and how its payments stand")
    public BatchView get(@PathParam("id") UUID id) {
        return BatchView.of(payments.getBatch(id));
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "createPaymentBatch",
            summary = "Check once more, prepare the payments and put their money in transit, as a job")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: follow the job, whose result names the batch",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response create(@Valid @NotNull BatchRequest request) {
        var disbursements = Objects.requireNonNullElse(request.disbursements(), List.<UUID>of());
        if (disbursements.isEmpty() == (request.retryOf() == null)) {
            throw Problem.of(422, "batch-of-what").asException();
        }
        return jobs.accepted(batching.order(disbursements, request.retryOf()));
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed({"finance-officer", "system"})
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "getBankFile",
            summary = "The file for the bank, best as CSV",
            description =
                    "Names payments, payees by their ids and amounts, no accounts: those the bank has under the same ids.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = BankLineSlice.class)))
    public Response file(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        var county = county(id);
        var reading = AuditEntry.of("bank-file-read", "payment-batch", id).in(county);
        return auditedLists.answer(headers, page, BankLine.class, reading, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> payments.list(id, null, behind, count), Payment::id)
                .map(BankLine::of));
    }

    private long county(UUID id) {
        return batching.county(id);
    }

    @GET
    @Path("/{id}/payments")
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor"})
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPayments", summary = "Payments of a batch, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PaymentResource.PaymentSlice.class)))
    public Response payments(
            @PathParam("id") UUID id,
            @QueryParam("stage") @Nullable PaymentStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var county = county(id);
        var reading = AuditEntry.of("payments-listed", "payment-batch", id).in(county);
        return auditedLists.answer(
                headers, page, PaymentResource.PaymentView.class, reading, (after, limit) -> Slice.byId(
                                after, limit, (behind, count) -> payments.list(id, stage, behind, count), Payment::id)
                        .map(PaymentResource.PaymentView::of));
    }

    @POST
    @Path("/{id}/results")
    @Consumes({Lists.NDJSON, Lists.CSV})
    @RolesAllowed({"finance-officer", "system"})
    @Operation(
            operationId = "recordBankResults",
            summary = "Take the bank's results, as an import of kind payment-results",
            description =
                    "Rows of paymentId, amount, result (PAID or FAILED), reason and on. Unknown payments, other amounts and"
                            + " second results are rejected by row and kept at /v1/imports/{id}/rejections.")
    @APIResponse(
            responseCode = "202",
            description = "Uploaded; Location is the job that merges it, whose id is the import's id, too.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public Response results(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable MediaType type,
            InputStream body) {
        if (type == null) {
            throw Problem.of(415, "unsupported-media-type").asException();
        }
        var unused = county(id);
        var form = type.getSubtype().equals("csv") ? Imports.Form.CSV : Imports.Form.NDJSON;
        return jobs.accepted(imports.upload(
                ResultImport.KIND, false, new ImportParameters(Map.of(ResultImport.BATCH, id.toString())), form, body));
    }
}
