package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What holds of all visits of a campaign: the one scorecard that is answered, and the days on which they may be. */
@ApplicationScoped
public class CampaignScorecards {

    private final EntityManager database;

    CampaignScorecards(EntityManager database) {
        this.database = database;
    }

    /**
     * The days on which visits of a campaign may be.
     *
     * @param until included
     */
    public record Period(LocalDate from, LocalDate until) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Empty before the campaign has begun, or when none of it is in the caller's area. */
    Optional<Period> findPeriod(UUID campaign) {
        return database.unwrap(Session.class)
                .createNativeQuery("select visits_from, visits_until from campaign where id = ?1", Tuple.class)
                .setParameter(1, campaign)
                .getResultStream()
                .findFirst()
                .map(row ->
                        new Period(row.get("visits_from", LocalDate.class), row.get("visits_until", LocalDate.class)));
    }

    /**
     * Settles the scorecard of a campaign, unless it is settled. Until the transaction ends no other comes into force.
     *
     * @return the version that the campaign uses: this one, or the one that was settled before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String settle(UUID campaign, String scorecard) {
        int settled = database.createNativeQuery(
                        "insert into campaign_scorecard (campaign_id, scorecard) values (?1, ?2) on conflict do nothing")
                .setParameter(1, campaign)
                .setParameter(2, scorecard)
                .executeUpdate();
        return settled == 1
                ? scorecard
                : (String) database.createNativeQuery(
                                "select scorecard from campaign_scorecard where campaign_id = ?1 for share",
                                String.class)
                        .setParameter(1, campaign)
                        .getSingleResult();
    }

    /** The scorecard by which the visits of a campaign are scored now, whatever was answered. */
    public String inForce(UUID campaign) {
        return (String) database.createNativeQuery(
                        "select scorecard from campaign_scorecard where campaign_id = ?1", String.class)
                .setParameter(1, campaign)
                .getSingleResult();
    }
}
