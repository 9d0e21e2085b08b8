package org.jingzhun.identification.special.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.special.SpecialCounting;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.SpecialRecords;
import org.jingzhun.identification.special.Step;
import org.jingzhun.identification.special.Stepping;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.web.Scope;
import org.jspecify.annotations.Nullable;

/** What all special registers have: a record with its history, its steps, counts. */
@Path("/v1")
@Tag(name = "Special registers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class SpecialRecordResource {

    private final SpecialRecords records;
    private final SpecialAnswers answers;
    private final SpecialCounting counting;
    private final Stepping stepping;
    private final Scope scope;
    private final Audit audit;

    SpecialRecordResource(
            SpecialRecords records,
            SpecialAnswers answers,
            SpecialCounting counting,
            Stepping stepping,
            Scope scope,
            Audit audit) {
        this.records = records;
        this.answers = answers;
        this.counting = counting;
        this.stepping = stepping;
        this.scope = scope;
        this.audit = audit;
    }

    /** What happened to a record. */
    @Schema(name = "SpecialStepBody")
    public record StepBody(
            @NotNull Step step,
            @NotNull LocalDate on,

            @Schema(description = "Of a DROP_OUT.") @Nullable
            DropOutCause cause,

            @Size(min = 1, max = 1000) @Nullable String remark,

            @Schema(description = "Of a TRANSFER the new school; also of a PROMOTION or RESUMPTION.")
            @Size(min = 1, max = 100)
            @Nullable
            String school,

            @Schema(description = "Who is responsible from then on.") @Valid @Nullable
            ContactBody contact,

            @Schema(description = "References of photos and documents.") @Size(max = 20) @Nullable
            List<@NotBlank @Size(max = 200) String> evidence) {

        Stepping.Request request() {
            return new Stepping.Request(
                    step,
                    on,
                    cause,
                    remark,
                    school,
                    ContactBody.contact(contact),
                    evidence == null ? List.of() : evidence);
        }
    }

    @GET
    @Path("/special-records/{id}")
    @Transactional
    @Operation(operationId = "getSpecialRecord", summary = "A record of a special register with its history")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SpecialRecordView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(id);
    }

    @POST
    @Path("/special-records/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(operationId = "takeSpecialStep", summary = "Take down what happened to a record")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SpecialRecordView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid StepBody body) {
        stepping.take(id, body.request());
        return answer(id);
    }

    private Response answer(UUID id) {
        Showing showing = answers.showing();
        SpecialRecord record = records.find(id)
                .filter(found -> showing.shows(found.register()))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("special-record-read", "special-record", id)
                .in(record.villageCode())
                .about(record.householdId()));
        return Revisions.answer(SpecialRecordView.of(record, records.history(record), showing), record.revision());
    }

    @GET
    @Path("/special-registers/counts")
    @Transactional
    @Operation(
            operationId = "getSpecialCounts",
            summary = "Households and persons of the special registers by place, stage and kind")
    public SpecialViews.CountsView counts(
            @QueryParam("division") @Pattern(regexp = SpecialViews.DIVISION) @Nullable String division,
            @QueryParam("by") @Nullable Level by) {
        Question question = scope.question(division, null, by);
        return SpecialViews.counts(question, counting.counts(question));
    }
}
