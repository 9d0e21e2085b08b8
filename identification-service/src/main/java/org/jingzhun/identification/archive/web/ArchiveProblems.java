package org.jingzhun.identification.archive.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
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
            case ArchiveRefusal.NotTheWholeDivision _ -> Problem.of(403, "whole-division-required");
            case ArchiveRefusal.YearNotOver(int year) -> Problem.of(409, "year-not-over", Integer.toString(year));
            case ArchiveRefusal.SealedBefore(int year) -> Problem.of(409, "archive-sealed", Integer.toString(year));
            case ArchiveRefusal.SealUnderWay(int year) ->
                Problem.of(409, "archive-seal-under-way", Integer.toString(year));
            case ArchiveRefusal.ExportUnfinished _ -> Problem.of(409, "archive-export-unfinished");
            case ArchiveRefusal.VersionTaken(var version) -> Problem.of(409, "retention-version-taken", version);
            case ArchiveRefusal.SectionsUnfitting(var sections) ->
                Problem.of(422, "retention-sections-unfitting", String.join(", ", sections))
                        .with(new FieldError("/classes", "retention-sections-unfitting", null));
        };
    }
}
