package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import org.hibernate.Session;

/** Asks the database how things stand with a round or a campaign. */
@ApplicationScoped
class Standing {

    private static final String OF_ROUND = """
            select
              (select count(*) from household h
               where h.village_code = :village and h.persons > 0
                 and not exists (select from assessment a
                                 where a.village_code = :village and a.campaign_id = :campaign
                                   and a.household_id = h.id)) as unassessed,
              (select count(*) from objection o where o.round_id = :round and o.state = 'OPEN') as objections,
              (select count(*) from flag f
               where f.campaign_id = :campaign and f.village_code = :village and f.state = 'OPEN') as flags,
              exists (select from line l where l.campaign_id = :campaign) as line_fixed
            """;
    private static final String OF_CAMPAIGN = """
            select
              (select count(*) from round r where r.campaign_id = :campaign and r.stage = 'ROSTER') as unvisited,
              (select count(*) from round r
               where r.campaign_id = :campaign and r.stage in ('REREVIEWED', 'ANNOUNCED')) as decided,
              (select count(*) from flag f where f.campaign_id = :campaign and f.state = 'OPEN') as flags
            """;

    private final Session database;

    Standing(Session database) {
        this.database = database;
    }

    /**
     * @param unvisited rounds before the first gate
     * @param decided rounds that the county has reviewed
     * @param openFlags flags that nobody has checked
     */
    record Overall(int unvisited, int decided, int openFlags) {}

    Findings of(Round round, Campaign campaign) {
        Tuple row = database.createNativeQuery(OF_ROUND, Tuple.class)
                .setParameter("village", round.villageCode())
                .setParameter("campaign", campaign.id())
                .setParameter("round", round.id())
                .getSingleResult();
        return new Findings(
                row.get("unassessed", Long.class).intValue(),
                row.get("objections", Long.class).intValue(),
                row.get("flags", Long.class).intValue(),
                campaign.screenedAt() != null,
                row.get("line_fixed", Boolean.class),
                campaign.noticeDays());
    }

    Overall of(Campaign campaign) {
        Tuple row = database.createNativeQuery(OF_CAMPAIGN, Tuple.class)
                .setParameter("campaign", campaign.id())
                .getSingleResult();
        return new Overall(
                row.get("unvisited", Long.class).intValue(),
                row.get("decided", Long.class).intValue(),
                row.get("flags", Long.class).intValue());
    }
}
