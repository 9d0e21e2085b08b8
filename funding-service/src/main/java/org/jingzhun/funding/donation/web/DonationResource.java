package org.jingzhun.funding.donation.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.document.Composer;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.funding.donation.Delivery;
import org.jingzhun.funding.donation.Donation;
import org.jingzhun.funding.donation.DonationStage;
import org.jingzhun.funding.donation.DonationStep;
import org.jingzhun.funding.donation.DonationUses;
import org.jingzhun.funding.donation.Donations;
import org.jingzhun.funding.donation.Donor;
import org.jingzhun.funding.donation.Receipts;
import org.jingzhun.funding.donation.Receiving;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Donations (社会捐赠), their receipts and what became of them. */
@Path("/v1/donations")
@Tag(name = "Donations")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DonationResource {

    private static final String PDF = "application/pdf";

    private final Receiving receiving;
    private final Donations donations;
    private final DonationUses uses;
    private final Receipts receipts;
    private final Signatures signatures;
    private final AuditedLists audited;

    DonationResource(
            Receiving receiving,
            Donations donations,
            DonationUses uses,
            Receipts receipts,
            Signatures signatures,
            AuditedLists audited) {
        this.receiving = receiving;
        this.donations = donations;
        this.uses = uses;
        this.receipts = receipts;
        this.signatures = signatures;
        this.audited = audited;
    }

    /** What a client says of a donation. */
    @Schema(name = "DonationRequest")
    public record DonationRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @NotNull Donor.Kind donorKind,

            @Size(min = 1, max = 200) @Schema(description = "Absent when the donor stays anonymous.") @Nullable
            String donorName,

            @Schema(description = "Whether the public sees the name de-identified.")
            boolean nameHidden,

            @NotNull Donation.Form form,

            @NotNull @PositiveMoney @Schema(description = "Of money, or the value of goods.")
            Money amount,

            @Size(min = 1, max = 500) @Schema(description = "What goods; absent for money.") @Nullable
            String goods,

            @NotBlank
            @Size(max = 500)
            @Schema(description = "What it is given for; it binds, and everybody reads it: no names.")
            String purpose,

            @Schema(description = "Fund it goes into; the county's budget if absent.") @Nullable
            UUID fund,

            @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = 100) String documentNumber) {

        Receiving.Said said() {
            return new Receiving.Said(
                    Area.ofPrefix(county).from(),
                    new Donor(donorKind, stripped(donorName), nameHidden),
                    form,
                    amount,
                    stripped(goods),
                    purpose.strip(),
                    fund,
                    receivedOn,
                    documentNumber.strip());
        }

        private static @Nullable String stripped(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** A donation as seen by the office. */
    @Schema(name = "Donation")
    public record DonationView(
            UUID id,
            String county,
            Donor.Kind donorKind,
            @Nullable String donorName,
            boolean nameHidden,
            Donation.Form form,
            Money amount,
            @Nullable String goods,
            String purpose,
            @Nullable UUID fund,
            LocalDate receivedOn,
            String documentNumber,
            DonationStage stage,

            @Schema(description = "Absent while there is none.") @Nullable
            String receipt,

            @Schema(description = "The source that stands for it in the ledger; absent for goods.") @Nullable
            UUID source,

            @Nullable UUID entry,

            @Schema(description = "Value of goods handed out.")
            Money delivered,

            List<SignatureView> steps,
            long revision) {}

    /** A slice of donations. */
    @Schema(name = "DonationSlice")
    public record DonationSlice(
            List<DonationView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "DonationStepRequest")
    record StepRequest(
            @NotNull DonationStep step,
            @Size(max = 1000) @Nullable String remark) {}

    /** Goods that were handed out. */
    @Schema(name = "DonationDeliveryRequest")
    public record DeliveryRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{11}") String village,
            @NotNull @PositiveMoney Money value,
            @NotBlank @Size(max = 500) String description,
            @NotNull LocalDate deliveredOn,
            @NotBlank @Size(max = 100) String documentNumber) {}

    /** Where some of the money is, or who has received it. */
    @Schema(name = "DonationPlace")
    public record PlaceView(
            AccountKind kind,
            String division,

            @Schema(description = "Project, fund or asset.") @Nullable
            UUID subject,

            Money amount) {}

    /** A booking that moved some of it. */
    @Schema(name = "DonationBooking")
    public record BookedView(UUID entry, JournalEntry.Kind kind, String memo, LocalDate on) {}

    /** Goods handed out. */
    @Schema(name = "DonationDelivery")
    public record DeliveryView(
            UUID id, String village, Money value, String description, LocalDate deliveredOn, String documentNumber) {

        static DeliveryView of(Delivery d) {
            return new DeliveryView(
                    d.id(),
                    Long.toString(d.village()),
                    d.value(),
                    d.description(),
                    d.deliveredOn(),
                    d.documentNumber());
        }
    }

    /** What became of a donation: amount = unspent + spent. */
    @Schema(name = "DonationUse")
    public record UseView(
            @Nullable String receipt,

            @Schema(description = "As the public may see it.")
            String donor,

            String purpose,
            Money amount,

            @Schema(description = "Reached those it was meant for.")
            Money spent,

            @Schema(description = "Still with the county, a village, a fund or a project, or given back.")
            Money unspent,

            boolean returned,
            List<PlaceView> places,
            List<BookedView> bookings,
            List<DeliveryView> deliveries) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDonations", summary = "Donations of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DonationSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @QueryParam("stage") @Nullable DonationStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return audited.answer(
                headers,
                page,
                DonationView.class,
                AuditEntry.listing("donations-listed", "donation", area),
                (after, limit) -> Slice.byId(
                                after,
                                limit,
                                (behind, count) -> donations.list(area, year, stage, behind, count),
                                Donation::id)
                        .map(this::view));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getDonation", summary = "One donation with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(donations.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createDonation", summary = "Write down what somebody gave")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response create(@Valid @NotNull DonationRequest request) {
        var donation = receiving.record(UuidCreator.getTimeOrderedEpoch(), request.said());
        return Revisions.recorded(true, "/v1/donations/" + donation.id(), view(donation), donation.revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(
            operationId = "takeDonationStep",
            summary = "RECEIPT by a second person, REPORT, RETURN by the county while nothing is spent, or DROP")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        return answer(receiving.take(id, request.step(), Objects.requireNonNullElse(request.remark(), ""), ifMatch));
    }

    @POST
    @Idempotent
    @Path("/{id}/deliveries")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "deliverDonation", summary = "Record that donated goods were handed out in a village")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response deliver(@PathParam("id") UUID id, @Valid @NotNull DeliveryRequest request) {
        var donation = receiving.deliver(
                id,
                Long.parseLong(request.village()),
                request.value(),
                request.description().strip(),
                request.deliveredOn(),
                request.documentNumber().strip());
        return Revisions.recorded(true, "/v1/donations/" + id + "/use", view(donation), donation.revision());
    }

    @GET
    @Path("/{id}/receipt")
    @Transactional
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Operation(operationId = "getDonationReceipt", summary = "The receipt, as JSON or to print")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Receipts.Receipt.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response receipt(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var receipt = receipts.of(donations.get(id));
        boolean toPrint = headers.getAcceptableMediaTypes().stream()
                .findFirst()
                .map(type -> PDF.equals(type.getType() + "/" + type.getSubtype()))
                .orElse(false);
        if (!toPrint) {
            return Response.ok(receipt, MediaType.APPLICATION_JSON).build();
        }
        var document = receipts.print(receipt);
        return Response.ok((StreamingOutput) out -> Composer.write(document, out), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + receipt.number() + ".pdf\"")
                .build();
    }

    @GET
    @Path("/{id}/use")
    @Transactional
    @Operation(operationId = "getDonationUse", summary = "What became of it, to the fen, with every booking")
    public UseView use(@PathParam("id") UUID id) {
        var donation = donations.get(id);
        var source = donation.sourceId();
        var places = source == null ? List.<DonationUses.Place>of() : uses.listPlaces(source);
        var bookings = source == null ? List.<DonationUses.Booked>of() : uses.listEntries(source);
        var reached = places.stream()
                .filter(place -> place.kind() == AccountKind.PAID || place.kind() == AccountKind.WRITTEN_OFF)
                .map(DonationUses.Place::amount)
                .reduce(donation.delivered(), Money::plus);
        return new UseView(
                donation.receiptNumber() == null ? null : donation.receipt(),
                donation.donor().inPublic(),
                donation.purpose(),
                donation.amount(),
                reached,
                donation.amount().minus(reached),
                donation.stage() == DonationStage.RETURNED,
                places.stream()
                        .map(p -> new PlaceView(p.kind(), Long.toString(p.division()), p.subject(), p.amount()))
                        .toList(),
                bookings.stream()
                        .map(b -> new BookedView(b.id(), b.kind(), b.memo(), b.on()))
                        .toList(),
                donations.listDeliveries(id).stream().map(DeliveryView::of).toList());
    }

    private Response answer(Donation donation) {
        return Revisions.answer(view(donation), donation.revision());
    }

    private DonationView view(Donation d) {
        return new DonationView(
                d.id(),
                Long.toString(d.county()),
                d.donor().kind(),
                d.donor().name(),
                d.donor().nameHidden(),
                d.form(),
                d.amount(),
                d.goods(),
                d.purpose(),
                d.fundId(),
                d.receivedOn(),
                d.documentNumber(),
                d.stage(),
                d.receiptNumber() == null ? null : d.receipt(),
                d.sourceId(),
                d.entryId(),
                d.delivered(),
                signatures.list(d.id()).stream().map(SignatureView::of).toList(),
                d.revision());
    }
}
