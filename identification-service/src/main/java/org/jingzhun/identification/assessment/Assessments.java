package org.jingzhun.identification.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The assessments of the caller's area. */
@ApplicationScoped
public class Assessments implements PanacheRepositoryBase<Assessment, UUID> {

    /** Those of one household in a campaign, at most one for each round. */
    public List<Assessment> listOf(UUID campaign, UUID household) {
        return list("campaignId = ?1 and householdId = ?2", campaign, household);
    }
}
