package org.jingzhun.identification.screening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.screening.coverage.Shortcoming;
import org.jingzhun.identification.veto.AssetSource;
import org.jspecify.annotations.Nullable;

/**
 * Matches the records of all departments with the members of a county's households by the keyed hash of their id numbers
 * (数据比对), one department after the other.
 */
@ApplicationScoped
public class ScreeningJob implements JobKind {

    static final String KIND = "screening";

    private final Screenings screenings;
    private final Matches matches;
    private final Campaigns campaigns;
    private final Clock clock;

    ScreeningJob(Screenings screenings, Matches matches, Campaigns campaigns, Clock clock) {
        this.screenings = screenings;
        this.matches = matches;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    record Order(UUID screeningId) {}

    /**
     * What the flags of the campaign, or of the county's register, are now.
     *
     * @param campaignId null for a check of the register
     * @param found by this run
     * @param households with any flag
     * @param warnings what the data of the departments lack, by source
     */
    public record Summary(
            UUID screeningId,
            @Nullable UUID campaignId,
            long found,
            long flags,
            long households,
            long open,
            long noted,
            long confirmed,
            long dismissed,
            long lapsed,
            Map<AssetSource, List<Shortcoming>> warnings) {}

    private record Done(int sources, long found) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        UUID id = run.input(Order.class).screeningId();
        Screenings.ScreeningRun screening = screenings.find(id).orElseThrow();
        AssetSource[] sources = AssetSource.values();
        run.total(sources.length);
        Done done = run.checkpoint(Done.class).orElse(new Done(0, 0));
        while (done.sources() < sources.length) {
            Done before = done;
            Progress progress = run.inChunk(connection -> {
                long found = before.found() + matches.raise(connection, screening, sources[before.sources()]);
                if (before.sources() == sources.length - 1) {
                    finish(connection, screening, found);
                }
                return new Progress(new Done(before.sources() + 1, found), before.sources() + 1);
            });
            done = (Done) progress.checkpoint();
        }
        run.analyze(List.of("flag"));
        long found = done.found();
        return Outcome.succeeded(QuarkusTransaction.requiringNew().call(() -> summary(screening, found)));
    }

    private void finish(Connection connection, Screenings.ScreeningRun screening, long found) throws SQLException {
        matches.finish(connection, screening, found, clock.instant());
        UUID campaign = screening.campaignId();
        if (campaign != null) {
            campaigns.get(campaign).screened(clock.instant());
        }
    }

    private Summary summary(Screenings.ScreeningRun screening, long found) throws SQLException {
        Matches.Counts counts = matches.count(screening);
        return new Summary(
                screening.id(),
                screening.campaignId(),
                found,
                counts.flags(),
                counts.households(),
                counts.open(),
                counts.noted(),
                counts.confirmed(),
                counts.dismissed(),
                counts.lapsed(),
                screening.sources().stream()
                        .filter(state -> !state.warnings().isEmpty())
                        .collect(Collectors.toMap(Screenings.SourceState::source, Screenings.SourceState::warnings)));
    }
}
