package org.jingzhun.pairing.redblack.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.redblack.EntryRefusal;

/** Turns refusals of the lists into problems. */
class EntryRefusals {

    @ServerExceptionMapper
    Response refused(EntryRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(EntryRefusal refusal) {
        return switch (refusal) {
            case EntryRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case EntryRefusal.UnknownSubject nobody -> Problem.of(422, "unknown-subject", nobody.kind());
            case EntryRefusal.BlackAlone black -> Problem.of(422, "black-list-alone", black.what());
            case EntryRefusal.NotTold untold -> Problem.of(409, "not-told-yet");
            case EntryRefusal.TimeToReply time -> Problem.of(409, "time-to-reply", time.until());
            case EntryRefusal.RemarkMissing missing -> Problem.of(422, "remark-missing", missing.step());
        };
    }
}
