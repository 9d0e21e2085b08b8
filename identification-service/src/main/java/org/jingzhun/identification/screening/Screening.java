package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigning;
import org.jingzhun.identification.campaign.Campaigns;
import org.jspecify.annotations.Nullable;

/** Orders the matching of departments' records and keeps what second checks found. */
@ApplicationScoped
public class Screening {

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Flags flags;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Screening(
            Campaigns campaigns,
            Campaigning campaigning,
            Flags flags,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.flags = flags;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return id of the job that does it */
    @Transactional
    public UUID order(UUID campaignId) {
        Campaign campaign = campaigns.get(campaignId);
        campaigning.requireWholeCounty(campaign);
        audit.record(AuditEntry.of("screening-ordered", "campaign", campaignId).in(campaign.county()));
        return jobs.submit(ScreeningJob.KIND, new ScreeningJob.Order(campaignId));
    }

    /**
     * Keeps what a second check of a flag found.
     *
     * @throws FlagNotOpen when it was resolved before or needs no check
     */
    @Transactional
    public Flag resolve(UUID id, Resolution resolution, String reason, @Nullable String evidence) {
        Flag flag = flags.getLocked(id);
        flag.resolve(resolution, reason, evidence, caller.get().subject(), clock.instant());
        flags.flush();
        audit.record(AuditEntry.of("flag-resolved", "flag", id)
                .in(flag.villageCode())
                .because(reason)
                .with("household", flag.householdId())
                .with("resolution", resolution));
        return flag;
    }
}
