package org.jingzhun.identification.screening;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigning;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.veto.AssetSource;
import org.jingzhun.identification.veto.VetoList;
import org.jingzhun.identification.veto.VetoLists;
import org.jspecify.annotations.Nullable;

/** Orders the matching of departments' records with a county's households, when the data are good enough. */
@ApplicationScoped
public class Matching {

    private static final long COUNTY_SPAN = 999_999;
    private static final long COUNTY_UNIT = 1_000_000;

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final VetoLists vetoLists;
    private final ScreeningPolicies policies;
    private final Screenings screenings;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Matching(
            Campaigns campaigns,
            Campaigning campaigning,
            VetoLists vetoLists,
            ScreeningPolicies policies,
            Screenings screenings,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.vetoLists = vetoLists;
        this.policies = policies;
        this.screenings = screenings;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Matches with all households of a campaign's county. The data are judged as of the campaign's point in time.
     *
     * @return id of the job that does it
     * @throws FlagRefused when the data are too old or cover too little
     */
    @Transactional
    public UUID screenCampaign(UUID campaignId) {
        Campaign campaign = campaigns.get(campaignId);
        campaigning.requireWholeCounty(campaign);
        return order(
                campaignId,
                campaign.county(),
                vetoLists.get(campaign.vetoList()),
                campaign.pointInTime(),
                campaign.year());
    }

    /**
     * Matches with the households on a county's register (错评核查). The data are judged as of today.
     *
     * @param county its lowest code
     * @return id of the job that does it
     * @throws FlagRefused when the data are too old or cover too little, or the county or list is unknown
     */
    @Transactional
    public UUID screenRegister(long county, String vetoList) {
        if (county % COUNTY_UNIT != 0) {
            throw new FlagRefusal.UnknownCounty(Long.toString(county)).asException();
        }
        if (!caller.get().area().covers(new Area(county, county + COUNTY_SPAN))) {
            throw Problem.of(403, "county-required").asException();
        }
        VetoList list =
                vetoLists.find(vetoList).orElseThrow(() -> new FlagRefusal.UnknownVetoList(vetoList).asException());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return order(null, county, list, today, today.getYear());
    }

    private UUID order(@Nullable UUID campaign, long county, VetoList list, LocalDate day, int year) {
        ScreeningPolicies.ScreeningPolicy policy = policies.inForce(county, year);
        List<Screenings.SourceState> states = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (AssetSource source : AssetSource.values()) {
            if (list.findBy(source).isPresent()) {
                Screenings.SourceState state = screenings.measure(source, county, day, policy.limits());
                states.add(state);
                state.coverage().refusals(policy.limits()).forEach(each -> refusals.add(source + " " + each));
            }
        }
        if (!refusals.isEmpty()) {
            throw new FlagRefusal.DataRefused(refusals, policy.source()).asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        screenings.keep(
                new Screenings.ScreeningRun(
                        id,
                        campaign,
                        county,
                        list.version(),
                        day,
                        policy.id(),
                        caller.get().name(),
                        clock.instant(),
                        null,
                        null,
                        null,
                        states),
                caller.get());
        audit.record((campaign == null
                        ? AuditEntry.of("register-screening-ordered", "screening", id)
                        : AuditEntry.of("screening-ordered", "campaign", campaign))
                .in(county));
        return jobs.submit(ScreeningJob.KIND, new ScreeningJob.Order(id));
    }
}
