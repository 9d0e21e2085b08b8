package org.jingzhun.pairing.social;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All campaigns of the caller's area and of those above it, and what they brought. */
@ApplicationScoped
public class CampaignRows {

    private static final String ADD = """
            insert into social_campaign (id, division, name, kind, organiser, purpose, target_fen, first_on, last_on, state)
            values (?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String FIGURES = "select * from social_campaign_figure where campaign_id = ? order by kind";
    private static final String COUNTS = "select donors, receivers from social_campaign_notice where id = ?";
    private static final String KEEP = """
            insert into social_campaign_result (campaign_id, division, kind, offers, offered, unmatched, under_way, delivered,
              confirmed, needs, needed, unmet)
            select campaign_id, ?, kind, offers, offered, unmatched, under_way, delivered, confirmed, needs, needed, unmet
            from social_campaign_figure where campaign_id = ?
            """;
    private static final String CLOSE = """
            update social_campaign c set state = 'CLOSED', closed_on = ?, donors = n.donors, receivers = n.receivers,
              version = c.version + 1
            from social_campaign_notice n where n.id = c.id and c.id = ?
            """;

    private final Database database;

    CampaignRows(Database database) {
        this.database = database;
    }

    /** Filters of a list; null leaves one out. */
    public record Filter(
            @Nullable Area area,
            @Nullable CampaignKind kind,
            @Nullable CampaignState state) {}

    /** @return whether the id was free, elsewhere too */
    boolean add(Campaign campaign) {
        return database.execute(
                        ADD,
                        campaign.id(),
                        campaign.division(),
                        campaign.name(),
                        campaign.kind().name(),
                        campaign.organiser(),
                        campaign.purpose(),
                        campaign.targetFen(),
                        campaign.firstOn(),
                        campaign.lastOn(),
                        campaign.state().name())
                == 1;
    }

    Optional<Campaign> find(UUID id) {
        return database.find("select * from social_campaign where id = ?", CampaignRows::read, id);
    }

    /** One of the caller's own area, locked until the transaction ends. */
    Optional<Campaign> lock(UUID id) {
        return database.find("select * from social_campaign where id = ? for update", CampaignRows::read, id);
    }

    /** Keeps it from being closed until the transaction ends, also one of a division above. */
    void hold(UUID id) {
        database.list("select social_campaign_hold(?)", row -> true, id);
    }

    void move(UUID id, CampaignState to) {
        database.execute("update social_campaign set state = ?, version = version + 1 where id = ?", to.name(), id);
    }

    /** Closes it and keeps what it has brought. */
    void close(Campaign campaign, LocalDate day) {
        database.execute(KEEP, campaign.division(), campaign.id());
        database.execute(CLOSE, day, campaign.id());
    }

    /** Of the whole campaign, wherever the caller is: sums alone. */
    CampaignReport report(Campaign campaign, LocalDate today) {
        var counts =
                database.find(COUNTS, row -> new int[] {row.getInt("donors"), row.getInt("receivers")}, campaign.id());
        var figures = database.list(FIGURES, CampaignRows::readFigure, campaign.id());
        var asOf = campaign.closedOn() == null ? today : campaign.closedOn();
        return new CampaignReport(
                campaign,
                asOf,
                counts.map(each -> each[0]).orElse(0),
                counts.map(each -> each[1]).orElse(0),
                figures);
    }

    /** In the order of their ids. */
    public List<Campaign> list(Filter filter, @Nullable UUID after, int limit) {
        return list("social_campaign", filter, after, limit, CampaignRows::read);
    }

    /** What everybody may see: those that are or were open, in the order of their ids. */
    List<CampaignNotice> notices(Filter filter, @Nullable UUID after, int limit) {
        return list("social_campaign_notice", filter, after, limit, CampaignRows::readNotice);
    }

    Optional<CampaignNotice> notice(UUID id) {
        return database.find("select * from social_campaign_notice where id = ?", CampaignRows::readNotice, id);
    }

    private <T> List<T> list(
            String table, Filter filter, @Nullable UUID after, int limit, Database.RowReader<T> reader) {
        var where = new Conditions()
                .within("division", filter.area())
                .equal("kind", filter.kind())
                .equal("state", filter.state())
                .behind("id", after == null ? null : Cursor.of(after), each -> List.of(each.id(0)));
        return database.list(
                "select * from " + table + " where " + where.positional() + " order by id limit " + limit,
                reader,
                where.arguments());
    }

    private static Campaign read(ResultSet row) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getLong("division"),
                row.getString("name"),
                CampaignKind.valueOf(row.getString("kind")),
                row.getString("organiser"),
                row.getString("purpose"),
                row.getObject("target_fen", Long.class),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                CampaignState.valueOf(row.getString("state")),
                row.getObject("closed_on", LocalDate.class),
                row.getLong("version"));
    }

    private static CampaignNotice readNotice(ResultSet row) throws SQLException {
        return new CampaignNotice(
                read(row),
                row.getLong("offered"),
                row.getLong("confirmed"),
                row.getInt("donors"),
                row.getInt("receivers"));
    }

    private static CampaignReport.Figure readFigure(ResultSet row) throws SQLException {
        return new CampaignReport.Figure(
                HelpKind.valueOf(row.getString("kind")),
                row.getInt("offers"),
                row.getLong("offered"),
                row.getLong("unmatched"),
                row.getLong("under_way"),
                row.getLong("delivered"),
                row.getLong("confirmed"),
                row.getInt("needs"),
                row.getLong("needed"),
                row.getLong("unmet"));
    }
}
