package org.jingzhun.identification.povertyline.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
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
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.povertyline.PovertyLine;
import org.jingzhun.identification.povertyline.PovertyLines;
import org.jingzhun.identification.povertyline.Purpose;
import org.jspecify.annotations.Nullable;

/** Lines of income a head; everybody may read them, regions and counties load their own. */
@Path("/v1/poverty-lines")
@Tag(name = "Poverty lines")
@Produces(MediaType.APPLICATION_JSON)
public class PovertyLineResource {

    private static final int DECIMALS = 2;

    private final PovertyLines lines;
    private final CurrentCaller caller;
    private final Audit audit;

    PovertyLineResource(PovertyLines lines, CurrentCaller caller, Audit audit) {
        this.lines = lines;
        this.caller = caller;
        this.audit = audit;
    }

    /** A line as it is shown and sent. */
    @Schema(name = "PovertyLine")
    public record LineView(
            @NotNull Purpose purpose,
            @NotNull @Min(2010) @Max(2100) Integer year,

            @Schema(description = "Where it holds, 12 digits; absent for everywhere.")
            @Pattern(regexp = DivisionCode.PATTERN)
            @Nullable
            String division,

            @Schema(description = "Yuan a head and year, for example 2952.00.")
            @NotNull
            @Pattern(regexp = "[1-9]\\d{0,6}(\\.\\d{1,2})?")
            String perHead,

            @NotBlank @Size(max = 100) String issuer,

            @Schema(
                    readOnly = true,
                    description =
                            "PUBLIC for a published source, UNVERIFIED for recollection, LOCAL for what was loaded.")
            @Nullable
            String mark,

            @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
            String source) {

        static LineView of(PovertyLine line) {
            return new LineView(
                    line.purpose(),
                    line.year(),
                    line.division() == 0 ? null : DivisionCode.text(line.division()),
                    BigDecimal.valueOf(line.perHeadFen(), DECIMALS).toPlainString(),
                    line.issuer(),
                    line.mark(),
                    line.source());
        }

        PovertyLine line() {
            return new PovertyLine(
                    null,
                    purpose,
                    year,
                    division == null ? 0 : DivisionCode.parse(division),
                    new BigDecimal(perHead).movePointRight(DECIMALS).longValueExact(),
                    issuer,
                    "LOCAL",
                    source);
        }
    }

    /** All lines that fit. */
    @Schema(name = "PovertyLineList")
    public record LineList(List<LineView> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listPovertyLines", summary = "Lines of income by purpose, year and place")
    public LineList list(
            @QueryParam("purpose") @Nullable Purpose purpose,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year) {
        return new LineList(lines.list(purpose, year).stream().map(LineView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(operationId = "addPovertyLine", summary = "Load a line; the youngest of the smallest division holds")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = LineView.class)))
    public Response add(@NotNull @Valid LineView body) {
        PovertyLine line = body.line();
        if (!caller.get().area().covers(line.division())) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        lines.add(line, caller.get().subject());
        audit.record(AuditEntry.of("poverty-line-added", "poverty-line", line.purpose() + " " + line.year())
                .in(line.division())
                .because(line.source()));
        return Response.created(URI.create("/v1/poverty-lines?purpose=" + line.purpose() + "&year=" + line.year()))
                .entity(LineView.of(line))
                .build();
    }
}
