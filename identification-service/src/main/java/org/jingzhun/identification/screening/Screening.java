package org.jingzhun.identification.screening;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.campaign.Rounds;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.veto.ExceptionRule;
import org.jingzhun.identification.veto.Veto;
import org.jingzhun.identification.veto.VetoException;
import org.jingzhun.identification.veto.VetoList;
import org.jingzhun.identification.veto.VetoLists;
import org.jspecify.annotations.Nullable;

/** Takes down what people saw, and keeps what second checks found. */
@ApplicationScoped
public class Screening {

    private final Campaigns campaigns;
    private final Rounds rounds;
    private final Households households;
    private final VetoLists vetoLists;
    private final Flags flags;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Screening(
            Campaigns campaigns,
            Rounds rounds,
            Households households,
            VetoLists vetoLists,
            Flags flags,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.households = households;
        this.vetoLists = vetoLists;
        this.flags = flags;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes down what somebody saw of a household and no record tells.
     *
     * @throws FlagRefused when the domain says no
     */
    @Transactional
    public Flag raise(Sighting seen) {
        Campaign campaign = campaigns
                .findByIdOptional(seen.campaignId())
                .orElseThrow(() -> new FlagRefusal.UnknownCampaign(seen.campaignId()).asException());
        long village = households
                .findByIdOptional(seen.householdId())
                .map(Household::villageCode)
                .filter(code -> campaign.county() <= code && code <= campaign.countyEnd())
                .orElseThrow(() -> new FlagRefusal.UnknownHousehold(seen.householdId()).asException());
        VetoList list = vetoLists.get(campaign.vetoList());
        List<String> codes = list.vetoes().stream().map(Veto::code).toList();
        if (!codes.contains(seen.veto())) {
            throw new FlagRefusal.UnknownVeto(seen.veto(), codes).asException();
        }
        if (rounds.isAnnounced(campaign.id(), village)) {
            throw new FlagRefusal.AlreadyAnnounced(seen.householdId()).asException();
        }
        Flag flag = new Flag(
                UuidCreator.getTimeOrderedEpoch(),
                seen,
                village,
                campaign,
                exception(list, seen, campaign),
                caller.get(),
                clock.instant());
        try {
            flags.persistAndFlush(flag);
        } catch (PersistenceException failure) {
            throw refusal(seen, failure);
        }
        audit.record(AuditEntry.of("flag-raised", "flag", flag.id())
                .in(village)
                .about(flag.householdId())
                .with("veto", flag.veto()));
        return flag;
    }

    /** Code of the exception by which a fact after the campaign's point in time is only noted. */
    private static @Nullable String exception(VetoList list, Sighting seen, Campaign campaign) {
        if (!seen.effectiveOn().isAfter(campaign.pointInTime())) {
            return null;
        }
        return list.exceptions().stream()
                .filter(each -> each.rule() == ExceptionRule.AFTER_POINT_IN_TIME
                        && (each.veto() == null || each.veto().equals(seen.veto())))
                .map(VetoException::code)
                .findFirst()
                .orElse(null);
    }

    private static RuntimeException refusal(Sighting seen, PersistenceException failure) {
        return failure instanceof ConstraintViolationException violation
                        && "one_sighting_a_fact".equals(violation.getConstraintName())
                ? new FlagRefusal.RaisedBefore(seen.householdId()).asException()
                : failure;
    }

    /**
     * Keeps what a second check of a flag found.
     *
     * @throws FlagRefused when it was resolved before, needs no check, was raised by the same officer, or its ground does
     *     not fit
     */
    @Transactional
    public Flag resolve(UUID id, SecondCheck check) {
        Flag flag = flags.getLocked(id);
        List<String> exceptions = vetoLists.get(flag.vetoList()).exceptionsToState(flag.veto());
        flag.resolve(check, exceptions, caller.get().subject(), clock.instant());
        flags.flush();
        audit.record(AuditEntry.of("flag-resolved", "flag", id)
                .in(flag.villageCode())
                .because(check.reason())
                .about(flag.householdId())
                .with("resolution", check.resolution()));
        return flag;
    }
}
