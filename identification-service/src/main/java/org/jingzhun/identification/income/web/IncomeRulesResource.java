package org.jingzhun.identification.income.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.income.PublishedRules;
import org.jingzhun.identification.income.Rulebook;
import org.jingzhun.identification.income.computing.Costs;
import org.jingzhun.identification.income.computing.IncomeRules;
import org.jingzhun.identification.income.computing.Item;
import org.jingzhun.identification.income.computing.Kind;
import org.jingzhun.identification.scorecard.Mark;
import org.jspecify.annotations.Nullable;

/** What counts as income: versions that never change. */
@Path("/v1/income-rules")
@Tag(name = "Incomes")
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
    Role.SYSTEM,
    Role.ADMIN
})
public class IncomeRulesResource {

    static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private final Rulebook rulebook;

    IncomeRulesResource(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** A line of the list. */
    @Schema(name = "IncomeItem")
    public record ItemBody(
            @NotBlank @Size(max = 40) String code,
            @NotNull Kind kind,
            @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 100) String nameEn,

            @Schema(description = "Whether it is part of the income that is compared with the poverty line.")
            boolean counts,

            @Schema(description = "Part of the amount that is cost, 0 to 1; where costs come by RATIO.")
            @DecimalMin("0")
            @DecimalMax("1")
            @Nullable
            BigDecimal costRatio,

            @Schema(description = "Where it says so.") @NotBlank @Size(max = 500)
            String source) {

        private static ItemBody of(Item item) {
            return new ItemBody(
                    item.code(),
                    item.kind(),
                    item.nameZh(),
                    item.nameEn(),
                    item.counts(),
                    item.costRatio(),
                    item.source());
        }

        private Item item() {
            return new Item(code, kind, nameZh, nameEn, counts, costRatio, source);
        }
    }

    /** Rules to be added. */
    @Schema(name = "IncomeRulesBody")
    public record RulesBody(
            @NotNull Costs costs,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotNull Mark mark,
            @NotBlank @Size(max = 500) String source,
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid ItemBody> items) {}

    /** Rules with their version. */
    @Schema(name = "IncomeRules")
    public record RulesView(
            String version,
            Costs costs,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Mark mark,
            String source,
            List<ItemBody> items) {

        private static RulesView of(PublishedRules published) {
            return new RulesView(
                    published.rules().version(),
                    published.rules().costs(),
                    published.validFrom(),
                    published.validTo(),
                    published.mark(),
                    published.source(),
                    published.rules().items().stream().map(ItemBody::of).toList());
        }
    }

    /** All rules. */
    @Schema(name = "IncomeRulesList")
    public record RulesList(List<RulesView> items) {}

    @GET
    @Operation(operationId = "listIncomeRules", summary = "What counts as income, every version")
    public RulesList list() {
        return new RulesList(rulebook.list().stream().map(RulesView::of).toList());
    }

    @GET
    @Path("/{version}")
    @Operation(operationId = "getIncomeRules", summary = "What counts as income by one version")
    public RulesView get(@PathParam("version") @Size(max = 40) String version) {
        return RulesView.of(rulebook.find(version)
                .orElseThrow(() -> Problem.of(404, "not-found").asException()));
    }

    @PUT
    @Path("/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.REGION_OFFICER})
    @Operation(operationId = "putIncomeRules", summary = "Add a version; what is known never changes")
    @APIResponse(
            responseCode = "200",
            description = "Known just so.",
            content = @Content(schema = @Schema(implementation = RulesView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is.",
            content = @Content(schema = @Schema(implementation = RulesView.class)))
    public Response put(
            @PathParam("version") @Pattern(regexp = VERSION) String version, @NotNull @Valid RulesBody body) {
        PublishedRules rules = published(version, body);
        boolean isNew = rulebook.add(rules);
        Response.ResponseBuilder answer =
                isNew ? Response.created(URI.create("/v1/income-rules/" + version)) : Response.ok();
        return answer.entity(RulesView.of(rules)).build();
    }

    private static PublishedRules published(String version, RulesBody body) {
        LocalDate validTo = body.validTo();
        if (validTo != null && validTo.isBefore(body.validFrom())) {
            throw Problem.of(422, "ends-before-it-begins").asException();
        }
        try {
            return new PublishedRules(
                    new IncomeRules(
                            version,
                            body.costs(),
                            body.items().stream().map(ItemBody::item).toList()),
                    body.validFrom(),
                    validTo,
                    body.mark(),
                    body.source());
        } catch (IllegalArgumentException faulty) {
            throw Problem.of(422, "income-rules-faulty", String.valueOf(faulty.getMessage()))
                    .asException();
        }
    }
}
