package org.jingzhun.funding.loan;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.loan.rating.Found;
import org.jingzhun.funding.loan.rating.Rated;
import org.jingzhun.funding.loan.rating.Rating;
import org.jingzhun.funding.observed.identification.HouseholdStatuses;

/** Rates households and confirms ratings (评级授信). */
@ApplicationScoped
public class RatingHouseholds {

    private final RatingOptions options;
    private final RatingGrades grades;
    private final CreditRatings ratings;
    private final HouseholdStatuses households;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RatingHouseholds(
            RatingOptions options,
            RatingGrades grades,
            CreditRatings ratings,
            HouseholdStatuses households,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.options = options;
        this.grades = grades;
        this.ratings = ratings;
        this.households = households;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Rates a household by the criteria of today.
     *
     * @throws LoanException if the household is unknown or removed, or the findings do not answer each criterion once
     */
    @Transactional
    public CreditRating rate(UUID household, List<Found> findings) {
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        var known =
                households.find(household).orElseThrow(() -> new LoanRefusal.UnknownHousehold(household).asException());
        if (known.status().equals("REMOVED") && !known.monitored()) {
            throw new LoanRefusal.NotEligible(known.status(), java.util.Set.of()).asException();
        }
        var criteria = options.listInForce(today);
        var version = criteria.getFirst().version();
        var rated = Rating.rate(criteria.stream().map(RatingOption::option).toList(), grades.list(version), findings);
        return switch (rated) {
            case Rated.Incomplete incomplete ->
                throw new LoanRefusal.RatingIncomplete(incomplete.missing(), incomplete.unknown()).asException();
            case Rated.Graded graded -> record(household, known.village(), version, findings, graded, today);
        };
    }

    private CreditRating record(
            UUID household, long village, String version, List<Found> findings, Rated.Graded graded, LocalDate today) {
        var rating = new CreditRating(
                UuidCreator.getTimeOrderedEpoch(),
                household,
                village,
                version,
                findings,
                graded.points(),
                graded.grade().grade(),
                graded.grade().line(),
                today,
                caller.get().subject(),
                null);
        ratings.insert(rating, clock.instant());
        audit.record(AuditEntry.of("household-rated", "credit-rating", rating.id())
                .in(village)
                .about(rating.householdId())
                .with("grade", rating.grade()));
        return rating;
    }

    /**
     * Confirms a rating, which then holds.
     *
     * @throws LoanException if there is none, it was confirmed before, or by who rated
     */
    @Transactional
    public CreditRating confirm(UUID id) {
        var rating = ratings.find(id).orElseThrow(() -> new LoanRefusal.UnknownRating(id).asException());
        if (rating.ratedBy().equals(caller.get().subject())) {
            throw new LoanRefusal.SameRater().asException();
        }
        if (!ratings.confirm(id, caller.get().subject(), clock.instant())) {
            throw new LoanRefusal.RatingConfirmed(id).asException();
        }
        audit.record(AuditEntry.of("rating-confirmed", "credit-rating", id)
                .in(rating.village())
                .about(rating.householdId()));
        return ratings.find(id).orElseThrow();
    }
}
