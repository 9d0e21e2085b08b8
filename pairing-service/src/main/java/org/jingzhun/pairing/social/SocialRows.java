package org.jingzhun.pairing.social;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All needs, offers and matches within the caller's area. */
@ApplicationScoped
public class SocialRows {

    private static final String ADD_NEED = """
            insert into social_need (id, village_code, household_id, campaign_id, kind, amount, open, title, needed_by)
            values (?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String ADD_OFFER = """
            insert into social_offer (id, division, donor, donor_kind, campaign_id, campaign, kind, amount, open, title, first_on,
              last_on)
            values (?, ?, ?, ?, ?::uuid, ?::text, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String OPEN_NEEDS = """
            select * from social_need
            where village_code between ? and ? and kind = ? and open > 0 and not withdrawn and needed_by >= ?
            order by id for update
            """;
    private static final String OPEN_OFFERS = """
            select * from social_offer
            where division between ? and ? and kind = ? and open > 0 and not withdrawn and last_on >= ?
            order by id for update
            """;
    private static final String ADD_MATCH = """
            insert into social_match (id, need_id, offer_id, village_code, amount, campaign_id, matched_on, state)
            values (?, ?, ?, ?, ?, ?::uuid, ?, ?)
            """;
    private static final String NEEDS = """
            select * from social_need
            where village_code between ? and ? and (?::text is null or kind = ?::text) and (not ? or (open > 0 and not withdrawn))
              and (?::uuid is null or campaign_id = ?::uuid)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String OFFERS = """
            select * from social_offer
            where division between ? and ? and (?::text is null or kind = ?::text) and (not ? or (open > 0 and not withdrawn))
              and (?::uuid is null or campaign_id = ?::uuid)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String MATCHES = """
            select * from social_match
            where village_code between ? and ? and (?::text is null or state = ?::text)
              and (?::uuid is null or campaign_id = ?::uuid) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    private final Database database;

    /**
     * Filters of needs and offers; null leaves one out.
     *
     * @param openAlone those of which something is not matched
     */
    public record Filter(
            Area area,
            @Nullable HelpKind kind,
            boolean openAlone,
            @Nullable UUID campaign) {

        private @Nullable Object[] arguments(@Nullable UUID after, int limit) {
            var named = kind == null ? null : kind.name();
            return new @Nullable Object[] {
                area.from(), area.to(), named, named, openAlone, campaign, campaign, after, after, limit
            };
        }
    }

    SocialRows(Database database) {
        this.database = database;
    }

    Optional<Need> need(UUID id) {
        return database.find("select * from social_need where id = ?", SocialRows::readNeed, id);
    }

    Optional<Offer> offer(UUID id) {
        return database.find("select * from social_offer where id = ?", SocialRows::readOffer, id);
    }

    Optional<Match> match(UUID id) {
        return database.find("select * from social_match where id = ?", SocialRows::readMatch, id);
    }

    Optional<Match> lock(UUID id) {
        return database.find("select * from social_match where id = ? for update", SocialRows::readMatch, id);
    }

    boolean isKnown(long village, @Nullable UUID household) {
        var found = household == null
                ? database.find("select true from observed_division where code = ?", row -> true, village)
                : database.find(
                        "select true from observed_household where village_code = ? and id = ?",
                        row -> true,
                        village,
                        household);
        return found.isPresent();
    }

    void add(Need need) {
        database.execute(
                ADD_NEED,
                need.id(),
                need.villageCode(),
                need.householdId(),
                need.campaignId(),
                need.kind().name(),
                need.amount(),
                need.open(),
                need.title(),
                need.neededBy());
    }

    void add(Offer offer) {
        database.execute(
                ADD_OFFER,
                offer.id(),
                offer.division(),
                offer.donor(),
                offer.donorKind().name(),
                offer.campaignId(),
                offer.campaign(),
                offer.kind().name(),
                offer.amount(),
                offer.open(),
                offer.title(),
                offer.firstOn(),
                offer.lastOn());
    }

    /** Open needs of a kind, locked until the transaction ends. */
    List<Need> openNeeds(Area area, HelpKind kind, LocalDate day) {
        return database.list(OPEN_NEEDS, SocialRows::readNeed, area.from(), area.to(), kind.name(), day);
    }

    /** Open offers of a kind that are not over, also those to come, locked until the transaction ends. */
    List<Offer> openOffers(Area area, HelpKind kind, LocalDate day) {
        return database.list(OPEN_OFFERS, SocialRows::readOffer, area.from(), area.to(), kind.name(), day);
    }

    /** Adds matches and takes their amounts from needs and offers. */
    void add(List<Match> matches) {
        var rows = new ArrayList<@Nullable Object[]>();
        var needs = new ArrayList<@Nullable Object[]>();
        var offers = new ArrayList<@Nullable Object[]>();
        for (var each : matches) {
            rows.add(new @Nullable Object[] {
                each.id(),
                each.needId(),
                each.offerId(),
                each.villageCode(),
                each.amount(),
                each.campaignId(),
                each.matchedOn(),
                each.state().name()
            });
            needs.add(new @Nullable Object[] {each.amount(), each.needId()});
            offers.add(new @Nullable Object[] {each.amount(), each.offerId()});
        }
        database.executeAll(ADD_MATCH, rows);
        database.executeAll("update social_need set open = open - ?, version = version + 1 where id = ?", needs);
        database.executeAll("update social_offer set open = open - ?, version = version + 1 where id = ?", offers);
    }

    void move(UUID id, MatchState to) {
        database.execute("update social_match set state = ?, version = version + 1 where id = ?", to.name(), id);
    }

    /** Gives the amounts of a match back to both sides; the offer may lie above the caller's area. */
    void reopen(Match match) {
        database.execute(
                "update social_need set open = open + ?, version = version + 1 where id = ?",
                match.amount(),
                match.needId());
        database.list("select social_offer_reopen(?, ?)", row -> true, match.offerId(), match.amount());
    }

    /** @return whether nothing of it was matched */
    boolean withdraw(String table, UUID id) {
        return database.execute(
                        "update " + table
                                + " set withdrawn = true, version = version + 1 where id = ? and open = amount",
                        id)
                == 1;
    }

    /** In the order of their ids. */
    public List<Need> needs(Filter filter, @Nullable UUID after, int limit) {
        return database.list(NEEDS, SocialRows::readNeed, filter.arguments(after, limit));
    }

    /** In the order of their ids. */
    public List<Offer> offers(Filter filter, @Nullable UUID after, int limit) {
        return database.list(OFFERS, SocialRows::readOffer, filter.arguments(after, limit));
    }

    /** In the order of their ids. */
    public List<Match> matches(
            Area area, @Nullable MatchState state, @Nullable UUID campaign, @Nullable UUID after, int limit) {
        var named = state == null ? null : state.name();
        return database.list(
                MATCHES,
                SocialRows::readMatch,
                area.from(),
                area.to(),
                named,
                named,
                campaign,
                campaign,
                after,
                after,
                limit);
    }

    private static Need readNeed(ResultSet row) throws SQLException {
        return new Need(
                row.getObject("id", UUID.class),
                row.getLong("village_code"),
                row.getObject("household_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                HelpKind.valueOf(row.getString("kind")),
                row.getInt("amount"),
                row.getInt("open"),
                row.getString("title"),
                row.getObject("needed_by", LocalDate.class),
                row.getBoolean("withdrawn"),
                row.getLong("version"));
    }

    private static Offer readOffer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getLong("division"),
                row.getString("donor"),
                Offer.DonorKind.valueOf(row.getString("donor_kind")),
                row.getObject("campaign_id", UUID.class),
                row.getString("campaign"),
                HelpKind.valueOf(row.getString("kind")),
                row.getInt("amount"),
                row.getInt("open"),
                row.getString("title"),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getBoolean("withdrawn"),
                row.getLong("version"));
    }

    private static Match readMatch(ResultSet row) throws SQLException {
        return new Match(
                row.getObject("id", UUID.class),
                row.getObject("need_id", UUID.class),
                row.getObject("offer_id", UUID.class),
                row.getLong("village_code"),
                row.getInt("amount"),
                row.getObject("campaign_id", UUID.class),
                row.getObject("matched_on", LocalDate.class),
                MatchState.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
