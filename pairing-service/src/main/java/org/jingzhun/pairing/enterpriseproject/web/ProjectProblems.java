package org.jingzhun.pairing.enterpriseproject.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.enterpriseproject.ProjectRefusal;

/** Turns refusals of enterprises' projects into problems. */
class ProjectProblems {

    private static final int NAMED = 10;

    @ServerExceptionMapper
    Response refused(ProjectRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(ProjectRefusal refusal) {
        return switch (refusal) {
            case ProjectRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case ProjectRefusal.NotLinked link -> Problem.of(422, "enterprise-not-linked");
            case ProjectRefusal.BadDays days -> Problem.of(422, "project-bad-days");
            case ProjectRefusal.WithoutTarget target -> Problem.of(422, "project-without-target");
            case ProjectRefusal.IdTaken taken -> Problem.of(409, "project-id-taken", taken.id());
            case ProjectRefusal.NotUnderWay project -> Problem.of(409, "project-not-under-way", project.state());
            case ProjectRefusal.OutsideProject years ->
                Problem.of(
                        422,
                        "progress-outside-project",
                        Integer.toString(years.first()),
                        Integer.toString(years.last()));
            case ProjectRefusal.YearReported reported -> Problem.of(409, "progress-of-year-stands", reported.id());
            case ProjectRefusal.NotRegistered households ->
                Problem.of(
                        422, "household-not-registered", households.households().size(), ids(households));
            case ProjectRefusal.ProgressWaiting waiting -> Problem.of(409, "progress-waiting", waiting.id());
            case ProjectRefusal.ClosedShort reason -> Problem.of(422, "project-closed-short");
            case ProjectRefusal.RemarkMissing missing -> Problem.of(422, "remark-missing", missing.step());
        };
    }

    private static String ids(ProjectRefusal.NotRegistered households) {
        return households.households().stream()
                .limit(NAMED)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
