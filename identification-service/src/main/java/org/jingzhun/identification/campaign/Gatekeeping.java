package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.assessment.Appraising;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.register.Announced;
import org.jingzhun.identification.register.Registering;
import org.jspecify.annotations.Nullable;

/** Opens the gates of rounds (程序). */
@ApplicationScoped
public class Gatekeeping {

    private final Campaigns campaigns;
    private final Rounds rounds;
    private final CutLines lines;
    private final Standing standing;
    private final Campaigning campaigning;
    private final Registering registering;
    private final Appraising appraising;
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
            Appraising appraising,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.lines = lines;
        this.standing = standing;
        this.campaigning = campaigning;
        this.registering = registering;
        this.appraising = appraising;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of a gate that was to be opened in many villages.
     *
     * @param taken rounds in which it opened
     */
    public record Opened(int taken, List<Refused> refused) {

        public Opened {
            refused = List.copyOf(refused);
        }
    }

    /** A round in which the gate stays closed. */
    public record Refused(UUID roundId, long villageCode, CampaignRefusal refusal) {}

    /**
     * Opens the next gate of a round. With the last gate the households within the line are registered.
     *
     * @throws CampaignException when the domain says no
     */
    @Transactional
    public Round take(UUID id, StepRequest request) {
        Round round = rounds.getLocked(id);
        open(campaigns.get(round.campaignId()), request, List.of(round)).refused().stream()
                .findFirst()
                .ifPresent(refused -> {
                    throw refused.refusal().asException();
                });
        return round;
    }

    /**
     * Opens a gate in every village of the caller's area where it is next, by the same table as for a single one. Gates
     * of the villages themselves are opened one by one: each has its own visit or meeting.
     *
     * @param area narrows the villages
     * @throws CampaignException when no village could open it this way
     */
    @Transactional
    public Opened takeAll(UUID campaignId, StepRequest request, Area area) {
        Gate gate = request.gate();
        Campaign campaign = campaigns.get(campaignId);
        if (gate.takenBy() == Level.VILLAGE) {
            throw new CampaignRefusal.OneByOne(gate).asException();
        }
        if (!Officer.of(caller.get()).mayTake(gate)) {
            throw new CampaignRefusal.WrongLevel(gate, gate.takenBy()).asException();
        }
        if (gate.needs(Need.DOCUMENT) && request.documentNumber() == null) {
            throw new CampaignRefusal.DocumentMissing().asException();
        }
        List<Round> next =
                rounds.listLocked(campaignId, gate, area.intersect(caller.get().area()));
        return next.isEmpty() ? new Opened(0, List.of()) : open(campaign, request, next);
    }

    private Opened open(Campaign campaign, StepRequest request, List<Round> wanted) {
        Officer officer = Officer.of(caller.get());
        Instant now = clock.instant();
        Map<UUID, Findings> findings = standing.of(campaign, request.gate(), wanted);
        Map<UUID, List<StepTaken>> before =
                rounds.listSteps(wanted.stream().map(Round::id).toList());
        List<Refused> refused = new ArrayList<>();
        List<Round> opened = new ArrayList<>();
        @Nullable StepTaken taken = null;
        for (Round round : wanted) {
            List<StepTaken> earlier = before.getOrDefault(round.id(), List.of());
            Findings found = Objects.requireNonNull(findings.get(round.id()));
            CampaignRefusal refusal = round.refusal(request, officer, earlier, found, now);
            if (refusal == null) {
                taken = round.take(request, officer, earlier, found, now);
                opened.add(round);
            } else {
                refused.add(new Refused(round.id(), round.villageCode(), refusal));
            }
        }
        if (taken != null) {
            keep(campaign, opened, taken, request, findings);
        }
        return new Opened(opened.size(), refused);
    }

    private void keep(
            Campaign campaign, List<Round> opened, StepTaken taken, StepRequest request, Map<UUID, Findings> findings) {
        rounds.flush();
        rounds.keep(opened, taken, findings);
        if (!request.changes().isEmpty()) {
            Round round = opened.getFirst();
            appraising.change(
                    new Appraising.Appraisal(
                            round.id(), taken.gate().name(), campaign.id(), round.villageCode(), taken.takenAt()),
                    request.changes());
            audit.record(AuditEntry.of("scores-changed", "round", round.id())
                    .in(round.villageCode())
                    .with("gate", taken.gate())
                    .with("households", request.changes().size()));
        }
        Map<Long, Integer> registered =
                taken.gate() == Gate.ANNOUNCEMENT ? registering.register(announced(campaign, opened)) : Map.of();
        audit.recordAll(opened.stream()
                .map(round -> entry(round, taken, registered.get(round.villageCode())))
                .toList());
    }

    private static AuditEntry entry(Round round, StepTaken taken, @Nullable Integer registered) {
        AuditEntry entry = AuditEntry.of("gate-opened", "round", round.id())
                .in(round.villageCode())
                .because(taken.remark())
                .with("gate", taken.gate());
        return taken.gate() == Gate.ANNOUNCEMENT
                ? entry.with("registered", Objects.requireNonNullElse(registered, 0))
                : entry;
    }

    private Announced announced(Campaign campaign, List<Round> opened) {
        String documentNumber = opened.getFirst().documentNumber();
        CutLines.FixedLine line = lines.findLatest(campaign.id()).orElse(null);
        if (documentNumber == null || line == null) {
            throw new IllegalStateException("campaign %s must have its document and line".formatted(campaign.id()));
        }
        return new Announced(
                campaign.id(),
                campaign.year(),
                opened.stream().map(Round::villageCode).toList(),
                line.score(),
                campaigning.directionOf(campaign),
                line.version(),
                documentNumber,
                LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
    }
}
