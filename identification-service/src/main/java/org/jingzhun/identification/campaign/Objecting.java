package org.jingzhun.identification.campaign;

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
import org.jingzhun.identification.objection.ObjectionState;
import org.jspecify.annotations.Nullable;

/** Takes down objections and decides them (异议核查). */
@ApplicationScoped
public class Objecting {

    private final Rounds rounds;
    private final Objections objections;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Objecting(Rounds rounds, Objections objections, CurrentCaller caller, Audit audit, Clock clock) {
        this.rounds = rounds;
        this.objections = objections;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes down what somebody holds against a list.
     *
     * @param household that it is about; null when it is about the list as a whole
     * @throws CampaignException when no notice is up or the household lives elsewhere
     */
    @Transactional
    public Objection raise(UUID roundId, @Nullable UUID household, String raisedBy, String text) {
        Round round = rounds.getLocked(roundId);
        if (!round.stage().hasNotice()) {
            throw new CampaignRefusal.NoNotice(round.stage()).asException();
        }
        if (household != null && !objections.isOfVillage(household, round.villageCode())) {
            throw new CampaignRefusal.NotOfTheVillage(household).asException();
        }
        Objection objection = new Objection(
                UuidCreator.getTimeOrderedEpoch(),
                round,
                household,
                raisedBy,
                text,
                caller.get().subject(),
                LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
        objections.persist(objection);
        audit.record(AuditEntry.of("objection-raised", "objection", objection.id())
                .in(objection.villageCode())
                .about(household)
                .with("round", roundId));
        return objection;
    }

    /**
     * Decides an objection. One about a household needs a second visit by other people first; its score then counts.
     *
     * @param investigators two or more different people, none of whom visited the household first
     * @throws CampaignException when the domain says no
     */
    @Transactional
    public Objection resolve(UUID id, boolean upheld, String finding, List<String> investigators) {
        Objection objection = objections.getLocked(id);
        Round round = rounds.get(objection.roundId());
        UUID household = objection.householdId();
        if (household != null && objection.state() == ObjectionState.OPEN) {
            if (objections.visitedFirst(round.campaignId(), household, investigators)) {
                throw new CampaignRefusal.InvestigatorConcerned().asException();
            }
            if (!objections.wasVisitedAgain(round.campaignId(), household, objection.raisedOn())) {
                throw new CampaignRefusal.SecondVisitMissing(household).asException();
            }
        }
        objection.resolve(upheld, finding, investigators, caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("objection-resolved", "objection", id)
                .in(objection.villageCode())
                .about(household)
                .with("state", objection.state()));
        return objection;
    }
}
