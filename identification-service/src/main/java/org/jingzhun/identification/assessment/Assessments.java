package org.jingzhun.identification.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The assessments of the caller's area. */
@ApplicationScoped
public class Assessments implements PanacheRepositoryBase<Assessment, UUID> {

    private static final String DECIDED = """
            select exists (select from round r where r.campaign_id = ?1 and r.village_code = ?2
                             and r.stage in ('REREVIEWED', 'ANNOUNCED'))
            """;
    private static final String INCOME = "select exists (select from income i where i.id = ?1 and i.household_id = ?2)";

    /** Whether the county has decided about the village, so that its scores stay what they are. */
    boolean isDecided(UUID campaign, long village) {
        return ask(DECIDED, campaign, village);
    }

    boolean isIncomeOf(UUID income, UUID household) {
        return ask(INCOME, income, household);
    }

    private boolean ask(String question, Object first, Object second) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(question, Boolean.class)
                .setParameter(1, first)
                .setParameter(2, second)
                .getSingleResult();
    }

    /** Those whose scores count: of each household the second visit, or the first while there is no second. */
    public List<Assessment> listCounting(UUID campaign, List<UUID> households) {
        Map<UUID, Assessment> counting = new LinkedHashMap<>();
        list("campaignId = ?1 and householdId in ?2 order by round, id", campaign, households)
                .forEach(each -> counting.put(each.visit().householdId(), each));
        return List.copyOf(counting.values());
    }

    /** Those of a village in a campaign, the first visit of a household before its second. */
    public List<Assessment> listOfVillage(UUID campaign, long village) {
        return list("campaignId = ?1 and villageCode = ?2 order by householdId, round", campaign, village);
    }

    /** Those of one household in a campaign, at most one for each round. */
    public List<Assessment> listOf(UUID campaign, UUID household) {
        return list("campaignId = ?1 and householdId = ?2", campaign, household);
    }
}
