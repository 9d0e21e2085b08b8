package org.jingzhun.funding.disclosure.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.funding.disclosure.Boards;
import org.jingzhun.funding.disclosure.Bulletins;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.Disclosure;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.Disclosures;
import org.jspecify.annotations.Nullable;

/** Disclosures (公告公示): for everybody, without a token. */
@Path("/v1/disclosures")
@Tag(name = "Disclosure")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DisclosureResource {

    private static final String CACHED = "public, max-age=60";
    private static final int TAG_DIGITS = 16;
    private static final String INSTRUCTIONS =
            "1. SHA-256 over the text of previousHash followed by the text of snapshot, both"
                    + " in UTF-8, must be hash. 2. signature (base64) must be a signature of the 32 bytes of hash by publicKey (base64"
                    + " of the X.509 form): openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in hash.bin -sigfile signature.bin."
                    + " 3. previousHash must be the hash of the county's disclosure with the number before; 64 zeros before the first."
                    + " Note hashes elsewhere: what you noted cannot be taken back.";

    private final Disclosures disclosures;
    private final Disclosing disclosing;
    private final Bulletins bulletins;
    private final Boards boards;
    private final Jobs jobs;
    private final Lists lists;

    DisclosureResource(
            Disclosures disclosures,
            Disclosing disclosing,
            Bulletins bulletins,
            Boards boards,
            Jobs jobs,
            Lists lists) {
        this.disclosures = disclosures;
        this.disclosing = disclosing;
        this.bulletins = bulletins;
        this.boards = boards;
        this.jobs = jobs;
        this.lists = lists;
    }

    /** A slice of disclosures. */
    @Schema(name = "DisclosureSlice")
    public record DisclosureSlice(
            List<DisclosureView.Summary> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What anybody can recompute. */
    @Schema(name = "DisclosureVerification")
    public record VerificationView(
            UUID id,

            @Schema(description = "Canonical JSON: what is hashed.")
            String snapshot,

            String previousHash,
            String hash,
            String signature,
            String algorithm,
            String keyId,
            String publicKey,

            @Schema(description = "The service's own answer; do not believe it, recompute.")
            boolean holds,

            @Schema(nullable = true, description = "The snapshot of the same subject since: this one was changed.")
            @Nullable
            UUID replacedBy,

            String instructions) {}

    /** The key that signs now. */
    @Schema(name = "DisclosureKey")
    public record KeyView(
            String keyId,
            String algorithm,

            @Schema(description = "Base64 of the X.509 form.")
            String publicKey,

            String instructions) {}

    /** What hung on a board. */
    @Schema(name = "BoardRequest")
    public record BoardRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{11}") @Schema(description = "The village.")
            String division,

            @NotNull LocalDate postedOn,

            @NotNull @Schema(description = "Last day on which it hung there.")
            LocalDate takenDownOn,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") @Schema(description = "SHA-256 of the photo.")
            String photoSha256) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listDisclosures",
            summary =
                    "What was announced in an area, the newest first; of a village or township also what names it; for"
                            + " everybody")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DisclosureSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year,
            @QueryParam("kind") @Nullable DisclosureKind kind,
            @QueryParam("q")
                    @Size(min = 1, max = 100)
                    @Parameter(description = "Part of the title or of the document's number.")
                    @Nullable
                    String q,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var filter = new Disclosures.Filter(area, year, kind, q);
        var answer = lists.answer(headers, page, DisclosureView.Summary.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> disclosures.list(filter, behind, count), Disclosure::id)
                .map(DisclosureView.Summary::of));
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }

    @GET
    @Path("/key")
    @Operation(
            operationId = "getDisclosureKey",
            summary = "The public key that signs, and how to verify; for everybody")
    public KeyView key() {
        var key = disclosing.key();
        return new KeyView(key.keyId(), key.algorithm(), key.publicKey(), INSTRUCTIONS);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getDisclosure", summary = "One disclosure with all that it says; for everybody")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DisclosureView.class)))
    @APIResponse(responseCode = "304", description = "As you have it")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        var disclosure = disclosures.get(id);
        var hung = boards.list(id);
        var tag = new EntityTag(String.join(
                "-",
                disclosure.hash().substring(0, TAG_DIGITS),
                Integer.toString(disclosure.objections()),
                Integer.toString(disclosure.openObjections()),
                Integer.toString(hung.size()),
                disclosure.replacedBy() == null ? "newest" : "replaced"));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged != null ? unchanged : Response.ok(DisclosureView.of(disclosure, hung));
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHED).build();
    }

    @GET
    @Path("/{id}/verification")
    @Operation(operationId = "verifyDisclosure", summary = "What is needed to verify a disclosure; for everybody")
    public VerificationView verify(@PathParam("id") UUID id) {
        var verified = disclosing.verify(id);
        var disclosure = verified.disclosure();
        return new VerificationView(
                id,
                disclosure.snapshot(),
                disclosure.previousHash(),
                disclosure.hash(),
                disclosure.signature(),
                disclosing.key().algorithm(),
                disclosure.keyId(),
                verified.publicKey(),
                verified.holds(),
                disclosure.replacedBy(),
                INSTRUCTIONS);
    }

    @POST
    @Idempotent
    @Path("/bulletins")
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer"})
    @Operation(
            operationId = "announceBulletins",
            summary =
                    "Announce budgets, spending, loans, rules and aid of funds that are new in the counties of your area, as"
                            + " a job; it is done each night without being asked")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: follow the job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response announceBulletins() {
        return jobs.accepted(bulletins.order());
    }

    @POST
    @Idempotent
    @Path("/{id}/boards")
    @RolesAllowed({"village-officer", "township-officer"})
    @Operation(
            operationId = "recordBoard",
            summary = "Record that a village had it on its board, with the hash of a photo")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DisclosureView.BoardView.class)))
    public Response record(@PathParam("id") UUID id, @Valid @NotNull BoardRequest request) {
        var board = boards.record(
                id,
                Long.parseLong(request.division()),
                request.postedOn(),
                request.takenDownOn(),
                request.photoSha256());
        return Response.status(Response.Status.CREATED)
                .entity(DisclosureView.BoardView.of(board))
                .build();
    }
}
