package org.jingzhun.funding.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jingzhun.funding.allocation.AllocationParameters;
import org.jingzhun.funding.allocation.AllocationPlan;
import org.jingzhun.funding.allocation.AllocationRefusal;
import org.jingzhun.funding.allocation.Draft;
import org.jingzhun.funding.allocation.KindCap;
import org.jingzhun.funding.allocation.Level;
import org.jingzhun.funding.allocation.Mode;
import org.jingzhun.funding.allocation.PlaceBound;
import org.jingzhun.funding.allocation.PlaceIncentive;
import org.jingzhun.funding.allocation.Terms;
import org.jingzhun.funding.allocation.WeightedFactor;
import org.jingzhun.funding.allocation.web.PlanRequest.ParametersRequest;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads drafts out of requests, completed by the parameters of the year and the county of the caller. */
@ApplicationScoped
class Drafts {

    private static final ParametersRequest NONE =
            new ParametersRequest(null, null, null, null, null, null, false, null, null, null, null);

    private final AllocationParameters parameters;

    Drafts(AllocationParameters parameters) {
        this.parameters = parameters;
    }

    /** @throws AllocationRefusal if something that is needed is neither said nor known, or is of another mode */
    Draft of(PlanRequest request) {
        var said = Objects.requireNonNullElse(request.parameters(), NONE);
        requireOwnParameters(request.mode(), said);
        return draft(
                request.mode(),
                said,
                new Frame(
                        parameters.county(request.county()),
                        request.source(),
                        request.year(),
                        request.amount(),
                        request.documentNumber()));
    }

    /** A plan as it could be with other parameters, and perhaps another amount. */
    Draft other(AllocationPlan plan, ParametersRequest said, @Nullable Money amount) {
        requireOwnParameters(plan.terms().mode(), said);
        return draft(
                plan.terms().mode(),
                said,
                new Frame(
                        plan.county(),
                        plan.sourceId(),
                        plan.year(),
                        amount == null ? plan.amount() : amount,
                        plan.documentNumber()));
    }

    /** What a draft has in every mode. */
    private record Frame(
            long county,
            UUID source,
            int year,
            Money amount,
            @Nullable String documentNumber) {

        Draft draft(
                Terms terms,
                List<WeightedFactor> factors,
                List<PlaceBound> bounds,
                List<PlaceIncentive> incentives,
                List<KindCap> kindCaps) {
            return new Draft(
                    county, source, year, amount, terms, factors, bounds, incentives, kindCaps, documentNumber);
        }
    }

    private static void requireOwnParameters(Mode mode, ParametersRequest said) {
        boolean ofFormula = said.factors() != null
                || said.parameterSet() != null
                || said.floor() != null
                || said.cap() != null
                || said.capPerHead() != null
                || said.incentives() != null;
        boolean foreign =
                switch (mode) {
                    case FACTOR -> said.standard() != null || said.competition() != null;
                    case FIXED_STANDARD -> ofFormula || said.competition() != null || said.bounds() != null;
                    case COMPETITIVE -> ofFormula || said.standard() != null || said.onlyPoorVillages();
                };
        if (foreign) {
            throw AllocationRefusal.foreignParameters(mode);
        }
    }

    private Draft draft(Mode mode, ParametersRequest said, Frame frame) {
        return switch (mode) {
            case FACTOR -> factor(said, frame);
            case FIXED_STANDARD -> standard(said, frame);
            case COMPETITIVE -> competition(said, frame);
        };
    }

    private Draft factor(ParametersRequest said, Frame frame) {
        var chosen = parameters.choose(
                said.parameterSet(), list(said.factors(), PlanRequest.FactorRequest::factorWithWeight), frame.year());
        var perHead = said.capPerHead();
        var incentives = said.incentives();
        var terms = new Terms(
                Mode.FACTOR,
                level(said),
                chosen.set(),
                said.floor() == null ? 0 : said.floor().fen(),
                said.cap() == null ? null : said.cap().fen(),
                perHead == null ? null : perHead.amount().fen(),
                perHead == null ? null : perHead.heads(),
                said.onlyPoorVillages(),
                incentives == null ? 0 : Fractions.basisPoints(incentives.reserve()),
                incentives == null ? null : incentives.set(),
                incentives == null ? null : incentives.evaluationYear(),
                null,
                null,
                null,
                null);
        return frame.draft(
                terms,
                chosen.factors(),
                list(said.bounds(), PlanRequest.BoundRequest::bound),
                incentives == null
                        ? List.of()
                        : list(incentives.places(), PlanRequest.PlaceIncentiveRequest::incentive),
                List.of());
    }

    private Draft standard(ParametersRequest said, Frame frame) {
        var asked =
                Objects.requireNonNullElse(said.standard(), new PlanRequest.StandardRequest(null, null, null, null));
        var rate = parameters.standard(asked.code(), asked.rate(), asked.counts(), asked.table(), frame.year());
        var terms = new Terms(
                Mode.FIXED_STANDARD,
                level(said),
                null,
                0,
                null,
                null,
                null,
                said.onlyPoorVillages(),
                0,
                null,
                null,
                rate.code(),
                rate.amount().fen(),
                null,
                null);
        return frame.draft(terms, List.of(rate.counts()), List.of(), List.of(), List.of());
    }

    private Draft competition(ParametersRequest said, Frame frame) {
        var asked =
                Objects.requireNonNullElse(said.competition(), new PlanRequest.CompetitionRequest(null, null, null));
        var terms = new Terms(
                Mode.COMPETITIVE,
                level(said),
                null,
                0,
                null,
                null,
                null,
                false,
                0,
                null,
                null,
                null,
                null,
                parameters.criteria(asked.criteriaSet(), frame.year()),
                Fractions.hundredths(asked.minimumScore()));
        return frame.draft(
                terms,
                List.of(),
                list(said.bounds(), PlanRequest.BoundRequest::bound),
                List.of(),
                list(asked.kindCaps(), PlanRequest.KindCapRequest::kindCap));
    }

    private static Level level(ParametersRequest said) {
        return Objects.requireNonNullElse(said.level(), Level.VILLAGE);
    }

    private static <T, R> List<R> list(@Nullable List<T> said, Function<T, R> reader) {
        return said == null ? List.of() : said.stream().map(reader).toList();
    }
}
