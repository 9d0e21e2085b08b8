package org.jingzhun.identification.archive.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.Instant;
import java.time.LocalDate;
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
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.RetentionSchedules;
import org.jingzhun.identification.archive.Seal;
import org.jingzhun.identification.archive.Seals;
import org.jingzhun.identification.archive.Seals.SealedHousehold;
import org.jingzhun.identification.archive.YearSealing;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Sealed yearly archives of counties (年度归档). */
@Path("/v1/archives/seals")
@Tag(name = "Archives")
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
public class SealResource {

    private final YearSealing sealing;
    private final Seals seals;
    private final RetentionSchedules retention;
    private final Jobs jobs;
    private final Lists lists;

    SealResource(YearSealing sealing, Seals seals, RetentionSchedules retention, Jobs jobs, Lists lists) {
        this.sealing = sealing;
        this.seals = seals;
        this.retention = retention;
        this.jobs = jobs;
        this.lists = lists;
    }

    /** What to seal. */
    @Schema(name = "ArchiveSealBody")
    public record SealBody(
            @Schema(description = "6 digits.") @NotNull @Pattern(regexp = "\\d{6}")
            String county,

            @NotNull @Min(2014) @Max(2100) Integer year) {}

    /** A seal. */
    @Schema(name = "ArchiveSeal")
    public record SealView(
            UUID id,
            String county,
            int year,
            UUID jobId,

            @Schema(description = "Version of the retention schedule by which the files are kept.")
            String retention,

            String sealedBy,
            Instant begunAt,

            @Schema(description = "Absent while the job runs.") @Nullable
            Instant sealedAt,

            @Nullable Long households,

            @Schema(description = "SHA-256 of a line \"<sha256>  <household id>\" for each household, by id.") @Nullable
            String root) {

        static SealView of(Seal seal) {
            return new SealView(
                    seal.id(),
                    DivisionCode.text(seal.county()),
                    seal.year(),
                    seal.jobId(),
                    seal.retention(),
                    seal.sealedName(),
                    seal.begunAt(),
                    seal.sealedAt(),
                    seal.households(),
                    seal.root());
        }
    }

    /** A seal with how long what it seals is kept. */
    @Schema(name = "ArchiveSealDetail")
    public record SealDetail(SealView seal, List<String> sections, List<Kept> kept) {}

    /** @param until the last day; absent for ever */
    @Schema(name = "ArchiveKept")
    public record Kept(
            String code,
            String nameZh,
            String nameEn,
            List<String> sections,
            @Nullable LocalDate until) {}

    /** A slice of seals. */
    @Schema(name = "ArchiveSealSlice")
    public record SealSlice(
            List<SealView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of the households of a seal. */
    @Schema(name = "SealedHouseholdSlice")
    public record HouseholdSlice(
            List<SealedHousehold> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.COUNTY_OFFICER)
    @Idempotent
    @Operation(
            operationId = "sealArchives",
            summary = "Seal the files of a county's registered households for a year; goes on where a job has failed")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response seal(@NotNull @Valid SealBody body) {
        return jobs.accepted(sealing.order(Area.ofPrefix(body.county()), body.year()));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listArchiveSeals", summary = "Sealed archives by year and county")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SealSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2014) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area within = division == null ? null : Area.ofPrefix(division);
        return lists.answer(
                headers, page, SealView.class, (after, limit) -> seals.list(within, year, Cursor.parse(after, 2), limit)
                        .map(SealView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getArchiveSeal", summary = "A seal, what it seals, and how long that is kept")
    public SealDetail get(@PathParam("id") UUID id) {
        Seal seal = seals.get(id);
        return new SealDetail(
                SealView.of(seal),
                seal.sections(),
                retention.list(seal.retention()).stream()
                        .map(each -> new Kept(
                                each.code(),
                                each.nameZh(),
                                each.nameEn(),
                                each.sections(),
                                each.keptUntil(seal.year())))
                        .toList());
    }

    @GET
    @Path("/{id}/households")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listSealedHouseholds",
            summary = "The hashes of a seal's files that tell everything; the seal's root is made of them")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = HouseholdSlice.class)))
    public Response households(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(
                headers,
                page,
                SealedHousehold.class,
                (after, limit) -> seals.listHouseholds(id, Cursor.parse(after, 1), limit));
    }
}
