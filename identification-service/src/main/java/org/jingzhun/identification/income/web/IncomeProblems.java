package org.jingzhun.identification.income.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.income.IncomeException;
import org.jingzhun.identification.income.IncomeRefusal;
import org.jingzhun.identification.income.computing.Fault;

/** Turns what an income is refused for into problems. */
class IncomeProblems {

    @ServerExceptionMapper
    Response refused(IncomeException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(IncomeRefusal refusal) {
        return switch (refusal) {
            case IncomeRefusal.UnknownHousehold(var household) -> field("/householdId", "unknown-household");
            case IncomeRefusal.NobodyInHousehold(var household) -> Problem.of(409, "nobody-in-household");
            case IncomeRefusal.NoRules(var version, var day) -> field("/rules", "no-income-rules", version, day);
            case IncomeRefusal.RulesNeverChange(var version) -> Problem.of(409, "income-rules-never-change", version);
            case IncomeRefusal.FaultyLines(var faults) -> faulty(faults);
            case IncomeRefusal.BadPeriod(var from, var to) -> field("/to", "income-period", from, to);
            case IncomeRefusal.AlreadyRecorded(var known) ->
                Problem.of(409, "income-recorded").with("known", known);
            case IncomeRefusal.NotCorrectable(var corrects) -> field("/corrects", "income-not-correctable");
            case IncomeRefusal.ProposalDecided(var state) -> Problem.of(409, "income-proposal-decided", state);
            case IncomeRefusal.IdTaken(var id) -> Problem.of(409, "id-taken");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }

    /** The first fault gives the problem its code and its sentence; errors names each. */
    private static Problem faulty(List<Fault> faults) {
        return Problem.of(422, code(faults.getFirst()), faults.getFirst().item())
                .with(faults.stream()
                        .map(fault -> new FieldError("/lines/" + fault.line(), code(fault), null))
                        .toList());
    }

    private static String code(Fault fault) {
        return fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
