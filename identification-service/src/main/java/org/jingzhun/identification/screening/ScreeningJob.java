package org.jingzhun.identification.screening;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.veto.AssetSource;
import org.jingzhun.identification.veto.Veto;
import org.jingzhun.identification.veto.VetoList;
import org.jingzhun.identification.veto.VetoLists;

/**
 * Matches the records of all departments with the members of a county's households by the keyed hash of their id numbers
 * (数据比对). A fact that was matched before stays as it is, with its resolution.
 */
@ApplicationScoped
public class ScreeningJob implements JobKind {

    static final String KIND = "screening";

    /** A record that was delivered for several areas is one fact. */
    private static final String MATCH = """
            insert into flag (id, campaign_id, household_id, village_code, member_id, source, fact, effective_on,
                              value_fen, veto, veto_list, exception, state)
            select uuidv7(), ?, facts.household_id, facts.village_code, facts.member_id, facts.source, facts.fact,
                   facts.effective_on, facts.value_fen, ?, ?, facts.exception,
                   case when facts.exception is null then 'OPEN' else 'NOTED' end
            from (
              select m.household_id, m.village_code, m.id as member_id, r.source, r.fact, r.effective_on,
                     max(r.value_fen) as value_fen,
                     case when r.effective_on > ? then 'AFTER_POINT_IN_TIME'
                          when max(r.value_fen) < ? then 'BELOW_VALUE' end as exception
              from asset_record r
              join member m on m.id_hash = r.id_hash
              where r.source = ? and m.village_code between ? and ?
              group by m.household_id, m.village_code, m.id, r.source, r.fact, r.effective_on) facts
            on conflict on constraint one_flag_a_fact do nothing
            """;

    private static final String COUNT = """
            select count(*), count(distinct household_id), count(*) filter (where state = 'OPEN'),
                   count(*) filter (where state = 'NOTED'), count(*) filter (where state = 'CONFIRMED'),
                   count(*) filter (where state = 'DISMISSED')
            from flag where campaign_id = ?
            """;

    private final AgroalDataSource database;
    private final Campaigns campaigns;
    private final VetoLists vetoLists;
    private final Clock clock;

    ScreeningJob(AgroalDataSource database, Campaigns campaigns, VetoLists vetoLists, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.vetoLists = vetoLists;
        this.clock = clock;
    }

    record Order(UUID campaignId) {}

    /**
     * What the flags of the campaign are now.
     *
     * @param found by this run
     * @param households with any flag
     */
    public record Summary(
            UUID campaignId,
            long found,
            long flags,
            long households,
            long open,
            long noted,
            long confirmed,
            long dismissed) {}

    private record Done(int sources, long found) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        UUID campaignId = run.input(Order.class).campaignId();
        AssetSource[] sources = AssetSource.values();
        run.total(sources.length);
        Done done = run.checkpoint(Done.class).orElse(new Done(0, 0));
        while (done.sources() < sources.length) {
            Done before = done;
            AssetSource source = sources[before.sources()];
            boolean last = before.sources() == sources.length - 1;
            Progress progress = run.inChunk(connection -> {
                Campaign campaign = campaigns.get(campaignId);
                long found = before.found() + match(connection, campaign, source);
                if (last) {
                    campaign.screened(clock.instant());
                }
                return new Progress(new Done(before.sources() + 1, found), before.sources() + 1);
            });
            done = (Done) progress.checkpoint();
        }
        run.analyze(List.of("flag"));
        long found = done.found();
        return Outcome.succeeded(QuarkusTransaction.requiringNew().call(() -> summary(campaignId, found)));
    }

    private int match(Connection connection, Campaign campaign, AssetSource source) throws SQLException {
        VetoList list = vetoLists.get(campaign.vetoList());
        Veto veto = list.findBy(source).orElse(null);
        if (veto == null) {
            return 0;
        }
        try (PreparedStatement match = connection.prepareStatement(MATCH)) {
            match.setObject(1, campaign.id());
            match.setString(2, veto.code());
            match.setString(3, list.version());
            match.setObject(4, campaign.pointInTime(), java.sql.Types.DATE);
            match.setLong(5, veto.leastValueFen());
            match.setString(6, source.name());
            match.setLong(7, campaign.county());
            match.setLong(8, campaign.countyEnd());
            return match.executeUpdate();
        }
    }

    private Summary summary(UUID campaignId, long found) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, campaignId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Summary(
                        campaignId,
                        found,
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6));
            }
        }
    }
}
