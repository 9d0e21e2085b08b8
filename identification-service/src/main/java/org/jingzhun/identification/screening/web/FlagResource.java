package org.jingzhun.identification.screening.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
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
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.screening.Flag;
import org.jingzhun.identification.screening.FlagState;
import org.jingzhun.identification.screening.Flags;
import org.jingzhun.identification.screening.Ground;
import org.jingzhun.identification.screening.Purpose;
import org.jingzhun.identification.screening.Resolution;
import org.jingzhun.identification.screening.Screening;
import org.jingzhun.identification.screening.SecondCheck;
import org.jingzhun.identification.screening.Sighting;
import org.jspecify.annotations.Nullable;

/** Flags of the households in the caller's area. */
@Path("/v1/flags")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class FlagResource {

    private static final int LONGEST_TEXT = 1000;

    private final Flags flags;
    private final Screening screening;
    private final Audit audit;
    private final AuditedLists lists;

    FlagResource(Flags flags, Screening screening, Audit audit, AuditedLists lists) {
        this.flags = flags;
        this.screening = screening;
        this.audit = audit;
        this.lists = lists;
    }

    /** A slice of flags. */
    @Schema(name = "FlagSlice")
    public record FlagSlice(
            List<FlagView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** What a second check found. */
    @Schema(name = "FlagResolution")
    public record ResolutionBody(
            @NotNull Resolution resolution,

            @Schema(description = "Of a dismissal; FACT_DIFFERS when absent. A FALSE_MATCH is never raised again.")
            @Nullable
            Ground ground,

            @Schema(description = "With the ground EXCEPTION: its code in the list of vetoes.")
            @Size(min = 1, max = 50)
            @Nullable
            String exception,

            @NotBlank @Size(max = LONGEST_TEXT) String reason,
            @Size(min = 1, max = LONGEST_TEXT) @Nullable String evidence) {

        SecondCheck check() {
            return new SecondCheck(resolution, ground, exception, reason, evidence);
        }
    }

    /** What somebody saw of a household. */
    @Schema(name = "FlagBody")
    public record SightingBody(
            @NotNull UUID campaignId,
            @NotNull UUID householdId,

            @NotBlank @Size(max = 50) @Schema(description = "Code of the campaign's list of vetoes.", examples = "IDLE")
            String veto,

            @NotBlank @Size(max = LONGEST_TEXT) String fact,

            @NotBlank @Size(max = LONGEST_TEXT) @Schema(description = "What shows it: a photo, a statement.")
            String evidence,

            @NotNull @PastOrPresent @Schema(description = "Since when it is so.")
            LocalDate effectiveOn) {

        Sighting sighting() {
            return new Sighting(campaignId, householdId, veto, fact.strip(), evidence.strip(), effectiveOn);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFlags", summary = "Flags by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FlagSlice.class)))
    public Response list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("purpose") @Nullable Purpose purpose,
            @QueryParam("state") @Nullable FlagState state,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        Flags.Filter filter = new Flags.Filter(campaign, purpose, state, household, area);
        return lists.answer(
                headers,
                page,
                FlagView.class,
                AuditEntry.listing("flags-listed", "flags", area),
                (after, limit) ->
                        flags.list(filter, Cursor.parse(after, 2), limit).map(FlagView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getFlag", summary = "A flag")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FlagView.class)))
    public Response get(@PathParam("id") UUID id) {
        Flag flag = flags.findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(
                AuditEntry.of("flag-read", "flag", id).in(flag.villageCode()).about(flag.householdId()));
        return answer(flag);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(
            operationId = "raiseFlag",
            summary = "Take down what a visit found and no record tells; it is resolved by somebody else")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = FlagView.class)))
    public Response raise(@NotNull @Valid SightingBody body) {
        Flag flag = screening.raise(body.sighting());
        return Revisions.recorded(true, "/v1/flags/" + flag.id(), FlagView.of(flag), flag.revision());
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "resolveFlag", summary = "Say what the second check of a flag found")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FlagView.class)))
    public Response resolve(@PathParam("id") UUID id, @NotNull @Valid ResolutionBody body) {
        return answer(screening.resolve(id, body.check()));
    }

    private static Response answer(Flag flag) {
        return Revisions.answer(FlagView.of(flag), flag.revision());
    }
}
