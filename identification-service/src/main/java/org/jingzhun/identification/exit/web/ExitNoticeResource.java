package org.jingzhun.identification.exit.web;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exit.ExitNotice;
import org.jingzhun.identification.exit.ExitNotices;
import org.jingzhun.identification.exit.Subject;

/** Public notices of exits: anybody may read them while they are up. */
@Path("/v1/exits/notices")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ExitNoticeResource {

    private final ExitNotices notices;

    ExitNoticeResource(ExitNotices notices) {
        this.notices = notices;
    }

    /** The notices that are up. */
    @Schema(name = "ExitNoticeList")
    public record NoticeList(List<ExitNotice> items) {}

    @GET
    @Operation(
            operationId = "listExitNotices",
            summary = "Exits that are up for notice in a place: of households village by village; for everybody")
    public NoticeList list(
            @Parameter(description = "The 12 digits of a village for households; 2 to 12 digits for villages, counties")
                    @QueryParam("division")
                    @NotNull
                    @Pattern(regexp = ExitQuery.DIVISION)
                    String division,
            @QueryParam("subject") @DefaultValue("HOUSEHOLD") Subject subject) {
        if (subject == Subject.HOUSEHOLD && !division.matches(DivisionCode.PATTERN)) {
            throw Problem.of(422, "village-required")
                    .with(new FieldError("/division", "village-required", null))
                    .asException();
        }
        return new NoticeList(CallerScope.call(
                Caller.system("public notice"),
                () -> subject == Subject.HOUSEHOLD
                        ? notices.listOfHouseholds(DivisionCode.parse(division))
                        : notices.listOfPlaces(subject, Area.ofPrefix(division))));
    }
}
