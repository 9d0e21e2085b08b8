package org.jingzhun.identification.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.scorecard.scoring.CardCheck;
import org.jingzhun.identification.scorecard.scoring.CardFault;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;
import org.jspecify.annotations.Nullable;

/** Writes scorecards and takes them from draft to retirement (指标体系制定). */
@ApplicationScoped
public class Drafting {

    private final Editions editions;
    private final Scorecards scorecards;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Drafting(Editions editions, Scorecards scorecards, CurrentCaller caller, Audit audit, Clock clock) {
        this.editions = editions;
        this.scorecards = scorecards;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Written(Edition edition, boolean isNew) {}

    /**
     * Writes a draft, or writes it anew. It may be unsound until it is checked.
     *
     * @param ifMatch the revision that the client has seen; needed when the version is known
     * @throws ScorecardException when the domain says no
     */
    @Transactional
    public Written write(String version, CardDraft draft, @Nullable String ifMatch) {
        if (!caller.get().area().covers(draft.division())) {
            throw new ScorecardRefusal.NotTheWholeDivision().asException();
        }
        PublishedScorecard base = baseOf(draft);
        Direction direction = direction(draft, base);
        List<DraftCategory> categories = categories(draft, base);
        Integer promised = draft.maxPoints();
        int total = promised == null
                ? Math.clamp(
                        categories.stream().mapToLong(DraftCategory::maxPoints).sum(), 1, CardCheck.HIGHEST_TOTAL)
                : promised;
        Edition known = editions.findById(version);
        if (known != null) {
            requireWholeDivision(known);
            Revisions.require(ifMatch, known.revision());
        }
        Edition edition = known == null ? new Edition(version) : known;
        edition.write(draft, direction, total, CardContent.of(categories));
        try {
            editions.persistAndFlush(edition);
        } catch (PersistenceException failure) {
            if (failure instanceof ConstraintViolationException violation
                    && "scorecard_pkey".equals(violation.getConstraintName())) {
                throw new ScorecardRefusal.VersionTaken(version).asException();
            }
            throw failure;
        }
        sign(edition, Step.WRITE, null, null);
        return new Written(edition, known == null);
    }

    /**
     * Takes a step.
     *
     * @param lastDay of the card, for RETIRE
     * @throws ScorecardException when the domain says no
     */
    @Transactional
    public Edition take(
            String version,
            Step step,
            @Nullable String remark,
            @Nullable String documentNumber,
            @Nullable LocalDate lastDay) {
        Edition edition = editions.getLocked(version);
        requireWholeDivision(edition);
        edition.take(step, caller.get().subject(), editions.listSteps(version), lastDay);
        switch (step) {
            case CHECK, PUBLISH -> requireSound(edition);
            case RETIRE -> requireNoCampaign(version);
            case WRITE, RETURN -> {}
        }
        editions.flush();
        sign(edition, step, remark, documentNumber);
        return edition;
    }

    private @Nullable PublishedScorecard baseOf(CardDraft draft) {
        String base = draft.basedOn();
        return base == null
                ? null
                : scorecards.find(base).orElseThrow(() -> new ScorecardRefusal.UnknownBase(base).asException());
    }

    private static Direction direction(CardDraft draft, @Nullable PublishedScorecard base) {
        Direction direction = draft.direction();
        if (direction != null) {
            return direction;
        }
        if (base == null) {
            throw new ScorecardRefusal.NothingWritten().asException();
        }
        return base.card().direction();
    }

    private static List<DraftCategory> categories(CardDraft draft, @Nullable PublishedScorecard base) {
        List<DraftCategory> categories = draft.categories();
        if (categories != null) {
            return categories;
        }
        if (base == null) {
            throw new ScorecardRefusal.NothingWritten().asException();
        }
        return base.card().categories().stream().map(DraftCategory::of).toList();
    }

    private void requireWholeDivision(Edition edition) {
        if (!caller.get().area().covers(edition.division())) {
            throw new ScorecardRefusal.NotTheWholeDivision().asException();
        }
    }

    private void requireSound(Edition edition) {
        List<CardFault> faults = editions.check(edition);
        if (!faults.isEmpty()) {
            throw new ScorecardRefusal.Faulty(faults).asException();
        }
    }

    private void requireNoCampaign(String version) {
        int campaigns = editions.campaignsUnderWay(version);
        if (campaigns > 0) {
            throw new ScorecardRefusal.InUse(campaigns).asException();
        }
    }

    private void sign(Edition edition, Step step, @Nullable String remark, @Nullable String documentNumber) {
        Caller signer = caller.get();
        editions.keep(
                edition.version(),
                new StepTaken(
                        editions.listSteps(edition.version()).size() + 1,
                        step,
                        signer.subject(),
                        signer.name(),
                        clock.instant(),
                        remark,
                        documentNumber,
                        edition.contentSha256()));
        audit.record(AuditEntry.of(
                        "scorecard-" + step.name().toLowerCase(java.util.Locale.ROOT), "scorecard", edition.version())
                .in(edition.division().from())
                .because(remark)
                .with("content", edition.contentSha256()));
    }
}
