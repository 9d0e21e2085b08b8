package org.jingzhun.pairing.photo.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Photos;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.photo.Photo;
import org.jingzhun.pairing.photo.Photographing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.VisitRule;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitPhoto;
import org.jingzhun.pairing.visit.VisitPhotos;
import org.jingzhun.pairing.visit.Visits;
import org.jspecify.annotations.Nullable;

/** Photos of households. */
@Path("/v1/photos/{householdId}/{sha256}")
@Tag(name = "Photos")
public class PhotoResource {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Photographing photographing;
    private final Visits visits;
    private final VisitPhotos photos;
    private final Policies policies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    PhotoResource(
            Photographing photographing,
            Visits visits,
            VisitPhotos photos,
            Policies policies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.photographing = photographing;
        this.visits = visits;
        this.photos = photos;
        this.policies = policies;
        this.clock = clock;
        this.caller = caller;
        this.audit = audit;
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.HELPER)
    @Operation(
            operationId = "putPhoto",
            summary = "Send a photo of one of the caller's households under its SHA-256, before or after the visit that"
                    + " names it; sent again it changes nothing")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "Known already.")
    @APIResponse(responseCode = "201", description = "New; Location is where it is.")
    public Response put(
            @PathParam("householdId") UUID household,
            @PathParam("sha256") @Pattern(regexp = Photos.SHA256) String sha256,
            @QueryParam("takenAt")
                    @NotNull
                    @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z")
                    @Parameter(description = "By the phone's clock.")
                    String takenAt,
            @QueryParam("latitude") @DecimalMin("-90") @DecimalMax("90") @Nullable BigDecimal latitude,
            @QueryParam("longitude") @DecimalMin("-180") @DecimalMax("180") @Nullable BigDecimal longitude,
            byte @Nullable [] content) {
        Photo photo = new Photo(
                household, sha256, content == null ? new byte[0] : content, instant(takenAt), latitude, longitude);
        return photographing.keep(photo)
                ? Response.created(URI.create("/v1/photos/" + household + "/" + sha256))
                        .build()
                : Response.ok().build();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noSuchDay) {
            throw Problem.of(422, "no-such-time").asException();
        }
    }

    @GET
    @RolesAllowed({
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR,
        Role.HELPER
    })
    @Operation(operationId = "getPhoto", summary = "A photo as it was sent; a helper sees those of its own households")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(
            @PathParam("householdId") UUID household,
            @PathParam("sha256") @Pattern(regexp = Photos.SHA256) String sha256) {
        Photographing.Kept kept = photographing
                .find(household, sha256, own())
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("photo-read", "household", household).with("sha256", sha256));
        return Response.ok(kept.content(), kept.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @GET
    @Path("/description")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR,
        Role.HELPER
    })
    @Operation(
            operationId = "getPhotoDescription",
            summary = "When and where a photo was taken, and what of it does not fit the visits that name it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhotoView.class)))
    public PhotoView describe(
            @PathParam("householdId") UUID household,
            @PathParam("sha256") @Pattern(regexp = Photos.SHA256) String sha256) {
        Photographing.Description photo = photographing
                .describe(household, sha256, own())
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("photo-described", "household", household)
                .in(photo.villageCode())
                .with("sha256", sha256));
        List<Visit> naming = visits.ofHousehold(household).stream()
                .filter(visit -> visit.facts().photos().contains(sha256))
                .toList();
        int far = policies.visits.on(Clocks.today(clock)).get(VisitRule.FAR_METRES);
        Map<UUID, List<VisitPhoto>> taken = photos.of(naming, far);
        return PhotoView.of(
                photo,
                naming.stream()
                        .flatMap(visit -> taken.getOrDefault(visit.id(), List.of()).stream()
                                .filter(each -> each.sha256().equals(sha256))
                                .limit(1)
                                .map(each -> PhotoView.OfVisit.of(visit, each)))
                        .toList());
    }

    private @Nullable UUID own() {
        Caller asking = caller.get();
        if (!asking.has(Role.HELPER)) {
            return null;
        }
        return asking.helperId() == null ? NOBODY : asking.helperId();
    }
}
