package org.jingzhun.funding.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jingzhun.funding.allocation.AllocationParameters;
import org.jingzhun.funding.allocation.Draft;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads drafts out of requests, completed by the parameters of the year and the county of the caller. */
@ApplicationScoped
class Drafts {

    private static final PlanRequest.ParametersRequest NONE =
            new PlanRequest.ParametersRequest(null, null, null, null, false, null);

    private final AllocationParameters parameters;

    Drafts(AllocationParameters parameters) {
        this.parameters = parameters;
    }

    /** @throws org.jingzhun.funding.allocation.AllocationRefusal if something that is needed is neither said nor known */
    Draft of(PlanRequest request) {
        parameters.requireAvailable(request.mode().name());
        var said = Objects.requireNonNullElse(request.parameters(), NONE);
        var chosen = parameters.choose(
                said.parameterSet(),
                listOf(said.factors()).stream()
                        .map(PlanRequest.FactorRequest::factorWithWeight)
                        .toList(),
                request.year());
        return new Draft(
                parameters.county(request.county()),
                request.source(),
                request.year(),
                request.amount(),
                chosen.set(),
                chosen.factors(),
                Objects.requireNonNullElse(said.floor(), Money.ZERO),
                said.cap(),
                said.onlyPoorVillages(),
                listOf(said.bounds()).stream()
                        .map(PlanRequest.BoundRequest::bound)
                        .toList(),
                request.documentNumber());
    }

    private static <T> List<T> listOf(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }
}
