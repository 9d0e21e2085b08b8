package org.jingzhun.identification.statistics.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.statistics.Headcount;
import org.jingzhun.identification.statistics.Names;
import org.jingzhun.identification.statistics.PublishedMeasure;
import org.jingzhun.identification.statistics.PublishedMeasures;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.Reporting;
import org.jingzhun.identification.statistics.multidimensional.AlkireFoster;
import org.jingzhun.identification.statistics.web.StatisticsViews.ContributionView;
import org.jingzhun.identification.statistics.web.StatisticsViews.IndicatorView;
import org.jingzhun.identification.statistics.web.StatisticsViews.MultidimensionalRow;
import org.jingzhun.identification.statistics.web.StatisticsViews.MultidimensionalView;
import org.jspecify.annotations.Nullable;

/** Multidimensional poverty as a second opinion beside the score. It decides nothing. */
@Path("/v1/statistics/multidimensional")
@Tag(name = "Statistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.FINANCE_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM,
    Role.ADMIN
})
public class MultidimensionalResource {

    private final Scope scope;
    private final Reporting reporting;
    private final PublishedMeasures measures;
    private final Names names;

    MultidimensionalResource(Scope scope, Reporting reporting, PublishedMeasures measures, Names names) {
        this.scope = scope;
        this.reporting = reporting;
        this.measures = measures;
        this.names = names;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getMultidimensionalPoverty",
            summary = "H, A, M0 and contributions after Alkire and Foster, of the households assessed in the year")
    public MultidimensionalView get(
            @BeanParam @Valid StatisticsQuery query,
            @Parameter(description = "Version of the measure; absent for the one in force.")
                    @QueryParam("measure")
                    @Pattern(regexp = MeasureBody.VERSION)
                    @Nullable
                    String version) {
        Question question = scope.question(query);
        PublishedMeasure measure = (version == null
                        ? measures.findInForce(question.division(), question.year())
                        : measures.find(version))
                .orElseThrow(() -> Problem.of(422, "no-measure", Integer.toString(question.year()))
                        .with(new FieldError("/measure", "no-measure", null))
                        .asException());
        Reporting.Measured measured = reporting.multidimensional(measure, question);
        Map<Long, String> known = names.of(
                measured.rows().stream().map(Reporting.Multidimensional::place).toList());
        return new MultidimensionalView(
                Basis.of(
                        question,
                        "answers of the campaigns of the year, the second visit in place of the first; members as"
                                + " they are recorded now",
                        "persons of assessed households"),
                measure.measure().version(),
                measure.mark(),
                measure.source(),
                measure.measure().cutoff(),
                measure.measure().totalWeight(),
                indicators(measure),
                measured.rows().stream()
                        .map(row -> row(row, known.get(row.place())))
                        .toList(),
                measured.unmeasured());
    }

    private static List<IndicatorView> indicators(PublishedMeasure measure) {
        List<IndicatorView> indicators = new ArrayList<>();
        for (int place = 0; place < measure.definitions().size(); place++) {
            var indicator = measure.measure().indicators().get(place);
            var definition = measure.definitions().get(place);
            indicators.add(new IndicatorView(
                    indicator.code(),
                    indicator.dimension(),
                    indicator.weight(),
                    definition.nameZh(),
                    definition.nameEn(),
                    definition.deprived(),
                    definition.mark(),
                    definition.source()));
        }
        return indicators;
    }

    private static MultidimensionalRow row(Reporting.Multidimensional row, @Nullable String name) {
        AlkireFoster.Result result = row.result();
        return new MultidimensionalRow(
                DivisionCode.text(row.place()),
                name,
                new Headcount(result.households(), result.persons()),
                new Headcount(result.poorHouseholds(), result.poorPersons()),
                result.headcountRatio(),
                result.intensity(),
                result.adjustedHeadcountRatio(),
                result.contributions().stream()
                        .map(each -> new ContributionView(
                                each.indicator().code(),
                                new Headcount(each.poorAndDeprivedHouseholds(), each.poorAndDeprivedPersons()),
                                each.share()))
                        .toList());
    }
}
