package org.jingzhun.pairing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Whether a visit is recorded, by what is known: no database, no clock of its own. */
final class Judging {

    private final UUID helper;
    private final Knowledge known;
    private final Instant now;

    /** @param helper who sends */
    Judging(UUID helper, Knowledge known, Instant now) {
        this.helper = helper;
        this.known = known;
        this.now = now;
    }

    /** What is recorded is known to the next. */
    Verdict judge(NewVisit sent) {
        VisitFacts facts = sent.facts();
        if (!facts.helperId().equals(helper)) {
            return new Verdict.Refused(new VisitRefusal.NotYourVisit(facts.helperId()));
        }
        Visit before = known.visit(sent.id());
        if (before != null) {
            return before.facts().equals(facts)
                    ? new Verdict.Recorded(before, false)
                    : new Verdict.Refused(new VisitRefusal.IdTaken(sent.id()));
        }
        LocalDate day = sent.judgedDay();
        VisitRefusal unsound = unsound(facts, day);
        if (unsound != null) {
            return new Verdict.Refused(unsound);
        }
        Knowledge.Duty duty = known.duty(facts.householdId(), day).orElse(null);
        if (duty == null) {
            return new Verdict.Refused(notOnDuty(facts.householdId(), day));
        }
        VisitRefusal standing = against(facts, day);
        if (standing != null) {
            return new Verdict.Refused(standing);
        }
        Visit visit = new Visit(
                sent.id(),
                facts,
                duty.villageCode(),
                duty.helperName(),
                duty.pairing(),
                day,
                now,
                sent.clock() == null ? null : sent.writtenAt(),
                sent.clock() == null || sent.writtenAt() == null
                        ? null
                        : sent.clock().offset().toSeconds(),
                null,
                null);
        known.add(visit);
        return new Verdict.Recorded(visit, true);
    }

    private @Nullable VisitRefusal unsound(VisitFacts facts, LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(now, Clocks.SHANGHAI))) {
            return new VisitRefusal.InFuture(day);
        }
        Set<String> seen = new HashSet<>();
        for (VisitFacts.IncomeItem each : facts.incomes()) {
            if (!seen.add(each.item())) {
                return new VisitRefusal.RepeatedItem(each.item());
            }
            if (!IncomeItems.isKnown(each.item(), day)) {
                return new VisitRefusal.UnknownItem(each.item());
            }
        }
        Confirmation confirmation = facts.confirmation();
        return confirmation != null && !confirmation.isComplete() ? new VisitRefusal.IncompleteConfirmation() : null;
    }

    private VisitRefusal notOnDuty(UUID household, LocalDate day) {
        Knowledge.Duty ended = known.ended(household, day).orElse(null);
        return ended == null || ended.until() == null
                ? new VisitRefusal.NotYourHousehold(household, day)
                : new VisitRefusal.Transferred(ended.pairing(), ended.until());
    }

    private @Nullable VisitRefusal against(VisitFacts facts, LocalDate day) {
        UUID corrects = facts.corrects();
        if (corrects != null) {
            Visit corrected = known.visit(corrects);
            if (corrected == null
                    || !corrected.facts().householdId().equals(facts.householdId())
                    || !corrected.facts().helperId().equals(helper)) {
                return new VisitRefusal.UnknownVisit(corrects);
            }
            UUID before = known.correctionOf(corrects);
            if (before != null) {
                return new VisitRefusal.CorrectedBefore(before);
            }
        }
        UUID ofDay = known.visitOfDay(facts.householdId(), day);
        return ofDay == null || ofDay.equals(corrects) ? null : new VisitRefusal.DayRecorded(day, ofDay);
    }
}
