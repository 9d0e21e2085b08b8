package org.jingzhun.identification.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.http.Problem;

/** The objections of the caller's area. */
@ApplicationScoped
public class Objections implements PanacheRepositoryBase<Objection, UUID> {

    private static final String VILLAGER =
            "select exists (select from household h where h.id = ?1 and h.village_code = ?2)";
    private static final String VISITED_AGAIN = """
            select exists (select from assessment a
                           where a.campaign_id = ?1 and a.household_id = ?2 and a.round = 'SECOND_VISIT'
                             and a.visited_on >= ?3)
            """;
    private static final String FIRST_ASSESSORS = """
            select exists (select from assessment a
                           where a.campaign_id = ?1 and a.household_id = ?2 and a.round = 'FIRST_VISIT'
                             and a.assessors && cast(?3 as text[]))
            """;

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    Objection getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** Those of a round, the oldest first. */
    public List<Objection> listOf(UUID round) {
        return list("roundId = ?1 order by id", round);
    }

    boolean isOfVillage(UUID household, long village) {
        return ask(VILLAGER, household, village);
    }

    boolean wasVisitedAgain(UUID campaign, UUID household, LocalDate since) {
        return ask(VISITED_AGAIN, campaign, household, since);
    }

    boolean visitedFirst(UUID campaign, UUID household, List<String> people) {
        return ask(FIRST_ASSESSORS, campaign, household, people.toArray(String[]::new));
    }

    private boolean ask(String question, Object... values) {
        NativeQuery<Boolean> query =
                getEntityManager().unwrap(Session.class).createNativeQuery(question, Boolean.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getSingleResult();
    }
}
