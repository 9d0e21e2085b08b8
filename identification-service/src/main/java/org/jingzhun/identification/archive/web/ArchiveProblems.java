package org.jingzhun.identification.archive.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.archive.ArchiveException;
import org.jingzhun.identification.archive.ArchiveRefusal;

/** Turns what archiving refuses into problems. */
class ArchiveProblems {

    @ServerExceptionMapper
    Response refused(ArchiveException exception, RoutingContext exchange) {
        return Problems.answer(problem(exception.refusal()), exchange);
    }

    private static Problem problem(ArchiveRefusal refusal) {
        return switch (refusal) {
            case ArchiveRefusal.NoArchive _ -> Problem.of(422, "not-an-archive");
            case ArchiveRefusal.TellsMore _ -> Problem.of(403, "archive-tells-more");
            case ArchiveRefusal.UnknownHousehold _ -> Problem.of(404, "not-found");
        };
    }
}
