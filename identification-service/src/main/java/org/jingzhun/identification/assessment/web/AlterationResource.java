package org.jingzhun.identification.assessment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.assessment.Alterations;
import org.jingzhun.identification.assessment.Altered;
import org.jingzhun.identification.assessment.Assessing;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.assessment.Assessments;
import org.jingzhun.identification.assessment.Recorded;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jspecify.annotations.Nullable;

/** How an assessment was altered: the paper form keeps each change with a fingerprint, and so does this list. */
@Path("/v1/assessments/{id}/alterations")
@Tag(name = "Assessments")
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class AlterationResource {

    private final Assessments assessments;
    private final Alterations alterations;
    private final Assessing assessing;
    private final Scorecards scorecards;
    private final AuditedLists auditedLists;

    AlterationResource(
            Assessments assessments,
            Alterations alterations,
            Assessing assessing,
            Scorecards scorecards,
            AuditedLists auditedLists) {
        this.assessments = assessments;
        this.alterations = alterations;
        this.assessing = assessing;
        this.scorecards = scorecards;
        this.auditedLists = auditedLists;
    }

    /** A slice of alterations. */
    @Schema(name = "AlterationSlice")
    public record AlterationSlice(
            List<AlterationView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON})
    @Transactional
    @Operation(
            operationId = "listAlterations",
            summary = "Every alteration of an assessment: who, when, why, before and after")
    @APIResponse(
            responseCode = "200",
            description = "The oldest first.",
            content = @Content(schema = @Schema(implementation = AlterationSlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        Assessment assessment = assessments.findByIdOptional(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        return auditedLists.answer(
                headers,
                page,
                AlterationView.class,
                AuditEntry.of("alterations-listed", "assessment", id)
                        .in(assessment.villageCode())
                        .about(assessment.visit().householdId()),
                (after, limit) -> slice(assessment, Cursor.parse(after, 1), limit));
    }

    private Slice<AlterationView> slice(Assessment assessment, @Nullable Cursor after, int limit) {
        long behind = after == null ? 0 : after.number(0);
        List<AlterationView> rows = alterations.listOf(assessment).stream()
                .filter(altered -> altered.revision() > behind)
                .limit(limit + 1L)
                .map(this::view)
                .toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.revision()));
    }

    private AlterationView view(Altered altered) {
        return AlterationView.of(
                altered,
                answers(altered.before()),
                answers(altered.after()),
                assessing.compare(altered.before().answers(), altered.after().answers()));
    }

    private Map<String, List<String>> answers(Recorded recorded) {
        return ScoreTable.write(scorecards.get(recorded.answers().scorecard()).card(), recorded.answers());
    }
}
