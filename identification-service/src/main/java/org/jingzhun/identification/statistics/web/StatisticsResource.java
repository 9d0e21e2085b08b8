package org.jingzhun.identification.statistics.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.statistics.Counting;
import org.jingzhun.identification.statistics.Headcount;
import org.jingzhun.identification.statistics.Names;
import org.jingzhun.identification.statistics.OfficialFigure;
import org.jingzhun.identification.statistics.OfficialFigures;
import org.jingzhun.identification.statistics.Percent;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.Reporting;
import org.jingzhun.identification.statistics.web.StatisticsViews.IncidenceRow;
import org.jingzhun.identification.statistics.web.StatisticsViews.IncidenceView;
import org.jingzhun.identification.statistics.web.StatisticsViews.KindRow;
import org.jingzhun.identification.statistics.web.StatisticsViews.KindView;
import org.jingzhun.identification.statistics.web.StatisticsViews.RegisterStatisticsRow;
import org.jingzhun.identification.statistics.web.StatisticsViews.RegisterView;
import org.jingzhun.identification.statistics.web.StatisticsViews.TargetingRow;
import org.jingzhun.identification.statistics.web.StatisticsViews.TargetingView;
import org.jspecify.annotations.Nullable;

/** Statistics of divisions that lie wholly within the caller's area. */
@Path("/v1/statistics")
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
public class StatisticsResource {

    private static final String REGISTER = "poverty register of this service; persons as they were then";
    private static final String NOW =
            "poverty register of this service; persons and their groups as they are recorded now, within a minute";

    private final Scope scope;
    private final Reporting reporting;
    private final Counting counting;
    private final Names names;
    private final OfficialFigures figures;

    StatisticsResource(Scope scope, Reporting reporting, Counting counting, Names names, OfficialFigures figures) {
        this.scope = scope;
        this.reporting = reporting;
        this.counting = counting;
        this.names = names;
        this.figures = figures;
    }

    @GET
    @Path("/incidence")
    @Transactional
    @Operation(
            operationId = "getIncidence",
            summary = "Poor households and persons and their share, beside the official figures")
    public IncidenceView incidence(@BeanParam @Valid StatisticsQuery query) {
        Question question = scope.question(query);
        List<Reporting.Incidence> rows = reporting.incidence(question);
        Map<Long, String> known =
                names.of(rows.stream().map(Reporting.Incidence::place).toList());
        return new IncidenceView(
                Basis.of(question, REGISTER, "households and persons that this service has recorded"),
                rows.stream()
                        .map(row -> new IncidenceRow(
                                DivisionCode.text(row.place()),
                                known.get(row.place()),
                                row.poor(),
                                row.recorded(),
                                Percent.of(row.poor().persons(), row.recorded().persons())))
                        .toList(),
                official(question));
    }

    @GET
    @Path("/register")
    @Transactional
    @Operation(operationId = "getRegisterStatistics", summary = "Stocks of the register, and flows in and out")
    public RegisterView register(@BeanParam @Valid StatisticsQuery query) {
        Question question = scope.question(query);
        List<Reporting.Movement> rows = reporting.movements(question);
        Map<Long, String> known =
                names.of(rows.stream().map(Reporting.Movement::place).toList());
        return new RegisterView(
                Basis.of(question, REGISTER, "none"),
                rows.stream()
                        .map(row -> new RegisterStatisticsRow(
                                DivisionCode.text(row.place()),
                                known.get(row.place()),
                                row.poorAtBeginning(),
                                row.registered(),
                                row.exited(),
                                row.returned(),
                                row.rolledBack(),
                                row.removed(),
                                row.poorAtEnd(),
                                row.exitedAtEnd(),
                                row.removedAtEnd(),
                                row.netDecrease(),
                                row.inflow(),
                                row.outflow(),
                                row.otherChange()))
                        .toList(),
                official(question));
    }

    @GET
    @Path("/causes")
    @Transactional
    @Operation(operationId = "getCauses", summary = "The poor by main cause")
    public KindView causes(@BeanParam @Valid StatisticsQuery query) {
        Question question = scope.question(query);
        return kinds(
                question, counting.causes(question), REGISTER, "households by their main cause, as it is recorded now");
    }

    @GET
    @Path("/ethnic-groups")
    @Transactional
    @Operation(
            operationId = "getEthnicGroups",
            summary = "The poor by ethnic group: households by that of their head, persons each by the own")
    public KindView ethnicGroups(@BeanParam @Valid StatisticsQuery query) {
        Question question = scope.question(query);
        return kinds(
                question,
                counting.ethnicGroups(question),
                NOW,
                "households by the group of their head, persons by their own; GB/T 3304");
    }

    private KindView kinds(Question question, Counting.Table table, String source, String how) {
        Map<Long, String> known = names.of(table.places());
        List<KindRow> rows = new ArrayList<>();
        for (long place : table.places()) {
            Headcount whole = table.at(place).values().stream().reduce(Headcount.NONE, Headcount::plus);
            table.at(place)
                    .forEach((kind, count) -> rows.add(new KindRow(
                            DivisionCode.text(place),
                            known.get(place),
                            kind,
                            count,
                            Percent.of(count.households(), whole.households()),
                            Percent.of(count.persons(), whole.persons()))));
        }
        return new KindView(Basis.of(question, source, "the poor of the place; " + how), rows, official(question));
    }

    @GET
    @Path("/targeting")
    @Transactional
    @Operation(operationId = "getTargeting", summary = "Wrong inclusion, missed households and wrong exits")
    public TargetingView targeting(@BeanParam @Valid StatisticsQuery query) {
        Question question = scope.question(query);
        List<Reporting.Targeting> rows = reporting.targeting(question);
        Map<Long, String> known =
                names.of(rows.stream().map(Reporting.Targeting::place).toList());
        return new TargetingView(
                Basis.of(question, REGISTER, "said of each share"),
                rows.stream().map(row -> targeting(row, known.get(row.place()))).toList(),
                official(question));
    }

    private static TargetingRow targeting(Reporting.Targeting row, @Nullable String name) {
        Headcount removed = row.movement().removed();
        Headcount exited = row.movement().exited();
        Headcount rolledBack = row.movement().rolledBack();
        long poor = row.poor().persons();
        return new TargetingRow(
                DivisionCode.text(row.place()),
                name,
                row.poor(),
                removed,
                row.vetoedOnRegister(),
                row.missed(),
                exited,
                rolledBack,
                Percent.of(removed.persons(), poor + removed.persons()),
                Percent.of(row.missed().persons(), poor + row.missed().persons()),
                Percent.of(rolledBack.persons(), exited.persons()));
    }

    private List<OfficialFigure> official(Question question) {
        return figures.listOf(question.division().from(), question.year());
    }
}
