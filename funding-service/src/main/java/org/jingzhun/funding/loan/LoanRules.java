package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.observed.identification.HouseholdStatus;
import org.jingzhun.funding.observed.identification.HouseholdStatuses;

/** Holds applications and contracts against the rules of their product. */
@ApplicationScoped
class LoanRules {

    private static final long WHOLE = 1_000_000;

    private final LoanProducts products;
    private final BaseRates rates;
    private final HouseholdStatuses households;
    private final LoanBooks books;
    private final CreditRatings ratings;
    private final CodeLists codes;

    LoanRules(
            LoanProducts products,
            BaseRates rates,
            HouseholdStatuses households,
            LoanBooks books,
            CreditRatings ratings,
            CodeLists codes) {
        this.products = products;
        this.rates = rates;
        this.households = households;
        this.books = books;
        this.ratings = ratings;
        this.codes = codes;
    }

    /**
     * Completes an application.
     *
     * @throws LoanException if the rules of the day do not allow it
     */
    Application application(UUID id, Asked asked) {
        var product = products.find(asked.product(), asked.appliedOn())
                .orElseThrow(() -> new LoanRefusal.NotOffered(asked.product(), asked.appliedOn()).asException());
        requireStudentFields(asked);
        if (!product.uses().contains(asked.use())) {
            throw new LoanRefusal.UseNotAllowed(asked.use(), product.uses()).asException();
        }
        if (asked.months() > product.mostMonths()) {
            throw new LoanRefusal.TermTooLong(asked.months(), product.mostMonths()).asException();
        }
        var household = requireEligible(asked.householdId(), product);
        books.lockHousehold(asked.householdId());
        requireWithinLimit(id, asked, product);
        return new Application(
                asked.householdId(),
                household.village(),
                asked.personId(),
                asked.product(),
                product.version(),
                asked.amount().fen(),
                asked.months(),
                asked.use(),
                asked.purpose(),
                asked.appliedOn(),
                asked.schoolYear(),
                asked.schoolEndsOn());
    }

    private static void requireStudentFields(Asked asked) {
        boolean student = asked.product() == Product.STUDENT;
        if ((asked.personId() != null) != student
                || (asked.schoolYear() != null) != student
                || (asked.schoolEndsOn() != null) != student) {
            throw new LoanRefusal.StudentFields(asked.product()).asException();
        }
    }

    /** @throws LoanException if the household is unknown, or its status does not allow the product */
    HouseholdStatus requireEligible(UUID id, LoanProduct product) {
        var household = households.find(id).orElseThrow(() -> new LoanRefusal.UnknownHousehold(id).asException());
        boolean registered = product.borrowers().contains(household.status());
        if (!registered && !(household.monitored() && product.borrowers().contains("MONITORED"))) {
            throw new LoanRefusal.NotEligible(household.status(), product.borrowers()).asException();
        }
        return household;
    }

    private void requireWithinLimit(UUID id, Asked asked, LoanProduct product) {
        var person = asked.personId();
        var year = asked.schoolYear();
        var running = person == null || year == null
                ? books.running(asked.householdId(), asked.product(), id)
                : books.ofSchoolYear(person, year, id);
        if (running.plus(asked.amount()).compareTo(product.most()) > 0) {
            throw new LoanRefusal.AboveLimit(asked.amount(), running, product.most()).asException();
        }
    }

    LoanProduct product(Loan loan) {
        return products.get(loan.application().product(), loan.application().productVersion());
    }

    /** @throws LoanException if the product wants a rating, and there is none with a line for the amount */
    void requireRated(Loan loan, LoanProduct product) {
        if (!product.rated()) {
            return;
        }
        var rating = ratings.findInForce(loan.application().householdId())
                .orElseThrow(() -> new LoanRefusal.NotRated().asException());
        if (loan.amount().compareTo(rating.line()) > 0) {
            throw new LoanRefusal.AboveLine(loan.amount(), rating.grade(), rating.line()).asException();
        }
    }

    /**
     * Completes a contract.
     *
     * @param day on which the rate is capped
     * @throws LoanException if the product does not allow it
     */
    Contract contract(Loan loan, LoanProduct product, Offer offer, LocalDate day) {
        requireLender(offer.bank(), day);
        if (!product.securities().contains(offer.security())) {
            throw new LoanRefusal.SecurityNotAllowed(offer.security(), product.securities()).asException();
        }
        return new Contract(
                offer.bank(),
                offer.contractNumber(),
                offer.ratePpm(),
                subsidy(product, loan.application().months(), offer.ratePpm(), day),
                share(offer.ratePpm(), product.penaltyShare()),
                product.dayCount(),
                product.interestEvery(),
                product.repaid(),
                offer.security(),
                offer.poolId());
    }

    /** @throws LoanException if the bank is no lender on the day */
    void requireLender(String bank, LocalDate day) {
        var known = codes.listCodes("lender", day);
        if (!known.contains(bank)) {
            throw new LoanRefusal.UnknownLender(bank, known).asException();
        }
    }

    boolean isLender(String bank) {
        return codes.list("lender").stream().anyMatch(entry -> entry.code().equals(bank));
    }

    /**
     * The part of a rate that is subsidised.
     *
     * @throws LoanException if the rate is above what the product allows
     */
    int subsidy(LoanProduct product, int months, int ratePpm, LocalDate day) {
        var reference = product.rate().reference();
        if (reference == RateReference.NONE) {
            return share(ratePpm, product.subsidyShare());
        }
        int base = rates.find(reference, months, day)
                .orElseThrow(() -> new LoanRefusal.NoBaseRate(reference, day).asException())
                .ppm();
        int cap = share(base, product.rate().share());
        if (ratePpm > cap) {
            throw new LoanRefusal.RateAboveCap(ratePpm, cap).asException();
        }
        return share(Math.min(ratePpm, base), product.subsidyShare());
    }

    static int share(int ppm, int share) {
        return Math.toIntExact(ppm * (long) share / WHOLE);
    }
}
