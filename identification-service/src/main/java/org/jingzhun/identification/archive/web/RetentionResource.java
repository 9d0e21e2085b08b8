package org.jingzhun.identification.archive.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.archive.RetentionClass;
import org.jingzhun.identification.archive.RetentionSchedules;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** How long files are kept (保管期限); everybody may read it. */
@Path("/v1/archives/retention-schedules")
@Tag(name = "Archives")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

    private final RetentionSchedules schedules;
    private final CurrentCaller caller;
    private final Audit audit;

    RetentionResource(RetentionSchedules schedules, CurrentCaller caller, Audit audit) {
        this.schedules = schedules;
        this.caller = caller;
        this.audit = audit;
    }

    /** A class of the archive. */
    @Schema(name = "RetentionClass")
    public record ClassView(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String code,
            @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 100) String nameEn,

            @Schema(description = "After the end of the archive's year; absent for permanent.")
            @Min(1)
            @Max(100)
            @Nullable
            Integer years,

            @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String> sections) {}

    /** A version of the schedule. */
    @Schema(name = "RetentionSchedule")
    public record ScheduleView(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{3,40}") String version,

            @Schema(description = "Where it holds, 12 digits; absent for everywhere.")
            @Pattern(regexp = DivisionCode.PATTERN)
            @Nullable
            String division,

            @NotNull LocalDate validFrom,

            @Schema(readOnly = true, description = "PUBLIC, UNVERIFIED, ASSUMPTION, or LOCAL for what was loaded.")
            @Nullable
            String mark,

            @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
            String source,

            @NotEmpty @Size(max = 20) List<@NotNull @Valid ClassView> classes) {

        static List<ScheduleView> of(List<RetentionClass> rows) {
            Map<String, List<RetentionClass>> versions = new LinkedHashMap<>();
            rows.forEach(row -> versions.computeIfAbsent(row.version(), _ -> new ArrayList<>())
                    .add(row));
            return versions.values().stream().map(ScheduleView::one).toList();
        }

        private static ScheduleView one(List<RetentionClass> classes) {
            RetentionClass first = classes.getFirst();
            return new ScheduleView(
                    first.version(),
                    first.division() == 0 ? null : DivisionCode.text(first.division()),
                    first.validFrom(),
                    first.mark(),
                    first.source(),
                    classes.stream()
                            .map(each -> new ClassView(
                                    each.code(), each.nameZh(), each.nameEn(), each.years(), each.sections()))
                            .toList());
        }

        List<RetentionClass> rows() {
            long place = division == null ? 0 : DivisionCode.parse(division);
            return classes.stream()
                    .map(each -> new RetentionClass(
                            version,
                            each.code(),
                            each.nameZh(),
                            each.nameEn(),
                            each.years(),
                            each.sections(),
                            place,
                            validFrom,
                            "LOCAL",
                            source))
                    .toList();
        }
    }

    /** All versions. */
    @Schema(name = "RetentionScheduleList")
    public record ScheduleList(List<ScheduleView> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listRetentionSchedules", summary = "How long files are kept, by class, with sources")
    public ScheduleList list() {
        return new ScheduleList(ScheduleView.of(schedules.list()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addRetentionSchedule",
            summary = "Load a version; of the smallest division the one that is valid last holds")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ScheduleView.class)))
    public Response add(@NotNull @Valid ScheduleView body) {
        List<RetentionClass> rows = body.rows();
        long place = rows.getFirst().division();
        if (place != 0 && !caller.get().area().covers(place)) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        schedules.load(rows, caller.get().subject());
        audit.record(AuditEntry.of("retention-schedule-added", "retention-schedule", body.version())
                .because(body.source()));
        return Response.created(URI.create("/v1/archives/retention-schedules"))
                .entity(ScheduleView.one(rows))
                .build();
    }
}
