package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.identification.division.DivisionCode;

/** Shows the notices that are up now. */
@ApplicationScoped
public class Notices {

    /** No village has more households. */
    private static final int MOST_ROWS = 20_000;

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Rounds rounds;
    private final CutLines lines;
    private final Candidatures candidatures;
    private final PublicNames names;

    Notices(
            Campaigns campaigns,
            Campaigning campaigning,
            Rounds rounds,
            CutLines lines,
            Candidatures candidatures,
            PublicNames names) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.rounds = rounds;
        this.lines = lines;
        this.candidatures = candidatures;
        this.names = names;
    }

    /**
     * The notice of a round, from when it was put up until the next gate takes it down: those who may be found poor, or
     * are within the line once it is fixed. Nobody who was vetoed is shown.
     */
    @Transactional
    public Optional<Notice> find(UUID roundId) {
        return rounds.findByIdOptional(roundId)
                .filter(round -> round.stage().hasNotice())
                .flatMap(this::notice);
    }

    private Optional<Notice> notice(Round round) {
        Campaign campaign = campaigns.get(round.campaignId());
        LocalDate since = round.noticeSince();
        LocalDate until = round.lastNoticeDay(campaign.noticeDays());
        if (since == null || until == null) {
            return Optional.empty();
        }
        Candidatures.Reading reading = new Candidatures.Reading(
                campaign,
                campaigning.directionOf(campaign),
                lines.findLatest(campaign.id()).orElse(null));
        List<Notice.Row> rows = new ArrayList<>();
        for (Candidature each : candidatures
                .listOf(reading, round.villageCode(), null, MOST_ROWS)
                .items()) {
            if (each.decision() != Candidature.Decision.VETOED && each.decision() != Candidature.Decision.BEYOND) {
                rows.add(new Notice.Row(
                        rows.size() + 1, each.hamlet(), names.shown(each.householder()), each.persons()));
            }
        }
        return Optional.of(
                new Notice(DivisionCode.text(round.villageCode()), campaign.year(), round.stage(), since, until, rows));
    }
}
