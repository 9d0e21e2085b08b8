package org.jingzhun.funding.donation.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.donation.Donation;
import org.jingzhun.funding.donation.DonationNotice;
import org.jingzhun.funding.donation.DonationNotices;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What everybody may see of donations (捐赠公示), without a token: names as the donors asked for. */
@Path("/v1/donation-notices")
@Tag(name = "Donations")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DonationNoticeResource {

    private static final String CACHED = "public, max-age=60";

    private final DonationNotices notices;
    private final Lists lists;

    DonationNoticeResource(DonationNotices notices, Lists lists) {
        this.notices = notices;
        this.lists = lists;
    }

    /** A donation as the public sees it. */
    @Schema(name = "DonationNotice")
    public record NoticeView(
            @Schema(description = "Of the donation: ask for its disclosures under it as the subject.")
            UUID id,

            String receipt,
            String county,
            String donor,
            Donation.Form form,
            Money amount,
            @Nullable String goods,
            String purpose,
            LocalDate receivedOn,
            boolean returned,

            @Schema(description = "What has reached those it was given for, money or goods.")
            Money used) {

        static NoticeView of(DonationNotice d) {
            return new NoticeView(
                    d.id(),
                    d.receipt(),
                    Long.toString(d.county()),
                    d.donor(),
                    d.form(),
                    d.amount(),
                    d.goods(),
                    d.purpose(),
                    d.receivedOn(),
                    d.returned(),
                    d.used());
        }
    }

    /** A slice of notices. */
    @Schema(name = "DonationNoticeSlice")
    public record NoticeSlice(
            List<NoticeView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDonationNotices", summary = "Donations with a receipt, of any area; for everybody")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = NoticeSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var answer = lists.answer(headers, page, NoticeView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> notices.list(area, year, behind, count), DonationNotice::id)
                .map(NoticeView::of));
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }
}
