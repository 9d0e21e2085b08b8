package org.jingzhun.identification.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;

/** Asks the database what is known around a household before a visit. */
@ApplicationScoped
class Circumstances {

    private static final int NEIGHBOURS_AT_MOST = 200;

    private static final String NEWEST = """
            select id from campaign where county = :county order by point_in_time desc, id desc limit 1
            """;
    private static final String EARLIER = """
            select visited_on, answers_low, answers_high from assessment
            where household_id = :household and scorecard = :scorecard and campaign_id <> :campaign
            order by visited_on desc, id desc limit 1
            """;
    private static final String NEIGHBOURS = """
            select a.answers_low, a.answers_high
            from household h join assessment a on a.household_id = h.id and a.village_code = h.village_code
            where h.village_code = :village and h.hamlet = :hamlet and h.id <> :household
              and a.campaign_id = :campaign and a.round = 'FIRST_VISIT'
            order by a.visited_on desc, a.id limit :limit
            """;
    private static final String FLAGS = """
            select source, fact, effective_on, state from flag
            where campaign_id = :campaign and household_id = :household order by effective_on, id
            """;
    private final Session database;

    Circumstances(Session database) {
        this.database = database;
    }

    record EarlierSheet(LocalDate visitedOn, AnswerSheet sheet) {}

    /** The county's campaign with the latest point in time. */
    Optional<UUID> findNewestCampaign(long county) {
        return database.createNativeQuery(NEWEST, UUID.class).setParameter("county", county).stream()
                .findFirst();
    }

    /** The household's last answers to the same scorecard in another campaign. */
    Optional<EarlierSheet> findEarlier(Household household, Campaign campaign) {
        List<Tuple> rows = database.createNativeQuery(EARLIER, Tuple.class)
                .setParameter("household", household.id())
                .setParameter("scorecard", campaign.scorecard())
                .setParameter("campaign", campaign.id())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new EarlierSheet(row.get("visited_on", LocalDate.class), sheet(row, campaign)));
    }

    /** The latest answers of the first visits to other households of the hamlet, some hundred at most. */
    List<AnswerSheet> listNeighbours(Household household, String hamlet, Campaign campaign) {
        List<Tuple> rows = database.createNativeQuery(NEIGHBOURS, Tuple.class)
                .setParameter("village", household.villageCode())
                .setParameter("hamlet", hamlet)
                .setParameter("household", household.id())
                .setParameter("campaign", campaign.id())
                .setParameter("limit", NEIGHBOURS_AT_MOST)
                .getResultList();
        return rows.stream().map(row -> sheet(row, campaign)).toList();
    }

    List<KnownFact> listFacts(Household household, Campaign campaign) {
        List<Tuple> rows = database.createNativeQuery(FLAGS, Tuple.class)
                .setParameter("campaign", campaign.id())
                .setParameter("household", household.id())
                .getResultList();
        return rows.stream()
                .map(row -> new KnownFact(
                        row.get("source", String.class),
                        row.get("fact", String.class),
                        row.get("effective_on", LocalDate.class),
                        row.get("state", String.class)))
                .toList();
    }

    private static AnswerSheet sheet(Tuple row, Campaign campaign) {
        return new AnswerSheet(
                campaign.scorecard(), row.get("answers_low", Long.class), row.get("answers_high", Long.class));
    }
}
