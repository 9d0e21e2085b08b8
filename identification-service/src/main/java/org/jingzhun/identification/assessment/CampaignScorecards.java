package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Which scorecard a campaign uses: all its answers are of that one. */
@ApplicationScoped
public class CampaignScorecards {

    private final EntityManager database;

    CampaignScorecards(EntityManager database) {
        this.database = database;
    }

    /**
     * Settles the scorecard of a campaign, unless it is settled.
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
                                "select scorecard from campaign_scorecard where campaign_id = ?1", String.class)
                        .setParameter(1, campaign)
                        .getSingleResult();
    }
}
