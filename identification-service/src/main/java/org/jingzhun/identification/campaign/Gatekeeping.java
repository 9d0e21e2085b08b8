package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.register.Announced;
import org.jingzhun.identification.register.Registering;

/** Opens the gates of rounds (程序). */
@ApplicationScoped
public class Gatekeeping {

    private final Campaigns campaigns;
    private final Rounds rounds;
    private final CutLines lines;
    private final Standing standing;
    private final Campaigning campaigning;
    private final Registering registering;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Gatekeeping(
            Campaigns campaigns,
            Rounds rounds,
            CutLines lines,
            Standing standing,
            Campaigning campaigning,
            Registering registering,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.lines = lines;
        this.standing = standing;
        this.campaigning = campaigning;
        this.registering = registering;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the next gate of a round. With the last gate the households within the line are registered.
     *
     * @throws CampaignException when the domain says no
     */
    @Transactional
    public Round take(UUID id, StepRequest request) {
        Round round = rounds.getLocked(id);
        Campaign campaign = campaigns.get(round.campaignId());
        StepTaken taken = round.take(
                request, Officer.of(caller.get()), rounds.listSteps(id), standing.of(round, campaign), clock);
        rounds.flush();
        rounds.keep(round, taken);
        AuditEntry entry = AuditEntry.of("gate-opened", "round", id)
                .in(round.villageCode())
                .because(taken.remark())
                .with("gate", taken.gate());
        audit.record(taken.gate() == Gate.ANNOUNCEMENT ? entry.with("registered", register(round, campaign)) : entry);
        return round;
    }

    private int register(Round round, Campaign campaign) {
        String documentNumber = round.documentNumber();
        CutLines.FixedLine line = lines.findLatest(campaign.id()).orElse(null);
        if (documentNumber == null || line == null) {
            throw new IllegalStateException("round %s must have its document and line".formatted(round.id()));
        }
        return registering.register(new Announced(
                campaign.id(),
                campaign.year(),
                round.villageCode(),
                line.score(),
                campaigning.directionOf(campaign),
                line.version(),
                documentNumber,
                LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI)));
    }
}
