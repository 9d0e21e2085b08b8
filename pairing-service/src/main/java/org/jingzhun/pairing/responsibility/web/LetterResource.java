package org.jingzhun.pairing.responsibility.web;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.responsibility.Letter;
import org.jingzhun.pairing.responsibility.LetterState;
import org.jingzhun.pairing.responsibility.LetterStep;
import org.jingzhun.pairing.responsibility.Letters;
import org.jingzhun.pairing.responsibility.Promising;
import org.jspecify.annotations.Nullable;

/** Letters of responsibility (责任书), from each level to the next one below. */
@Path("/v1/letters")
@Tag(name = "Responsibility")
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
public class LetterResource {

    private final Promising promising;
    private final Letters letters;
    private final Lists lists;

    LetterResource(Promising promising, Letters letters, Lists lists) {
        this.promising = promising;
        this.letters = letters;
        this.lists = lists;
    }

    /** A slice of letters. */
    @Schema(name = "LetterSlice")
    record LetterSlice(
            List<LetterView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A letter to be written. */
    @Schema(name = "LetterBody")
    record LetterBody(
            @Schema(description = "The client's id: the same again changes nothing; one is made if there is none.")
            @Nullable
            UUID id,

            @Min(2014) @Max(2100) int year,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Who demands.")
            String upper,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Who promises: directly below.")
            String lower,

            @NotBlank @Size(max = 200) String document,

            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 500) String> duties,

            @Size(max = 10) @Nullable List<@NotNull UUID> targets) {}

    /** A step to be taken. */
    @Schema(name = "LetterStepRequest")
    record StepRequest(
            @NotNull LetterStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listLetters", summary = "Letters of responsibility of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LetterSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("year") @Min(2014) @Max(2100) @Nullable Integer year,
            @QueryParam("state") @Nullable LetterState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        return lists.answer(headers, page, LetterView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> letters.list(area, year, state, behind, count), Letter::id)
                .map(LetterView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLetter", summary = "One letter with its targets as they stand")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LetterView.PromisedView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(promising.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "draftLetter", summary = "Write a letter of responsibility for a division directly below")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LetterView.PromisedView.class)))
    public Response draft(@Valid @NotNull LetterBody body) {
        return answer(promising.draft(new Promising.Order(
                body.id(),
                body.year(),
                Long.parseLong(body.upper()),
                Long.parseLong(body.lower()),
                body.document().strip(),
                body.duties(),
                Objects.requireNonNullElse(body.targets(), List.of()))));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER
    })
    @Operation(operationId = "takeLetterStep", summary = "ACCEPT (below), SIGN or WITHDRAW (above)")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LetterView.PromisedView.class)))
    public Response take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return answer(promising.take(id, request.step(), remark));
    }

    private static Response answer(Promising.Promised promised) {
        return Revisions.answer(
                LetterView.PromisedView.of(promised), promised.letter().revision());
    }
}
