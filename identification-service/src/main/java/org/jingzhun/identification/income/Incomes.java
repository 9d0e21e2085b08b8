package org.jingzhun.identification.income;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** The incomes of the households in the caller's area. */
@ApplicationScoped
public class Incomes implements PanacheRepositoryBase<Income, UUID> {

    private static final String SUPERSEDE =
            "update income set corrected_by = ?1 where id = ?2 and household_id = ?3 and corrected_by is null";

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public Income get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** Those of a household by the end of their period, corrected ones too. */
    public Slice<Income> list(UUID household, @Nullable Cursor after, int limit) {
        var rows = after == null
                ? find("householdId = ?1 order by periodTo, id", household)
                : find(
                        "householdId = ?1 and (periodTo > ?2 or periodTo = ?2 and id > ?3) order by periodTo, id",
                        household,
                        after.day(0),
                        after.id(1));
        return Slice.of(
                rows.range(0, limit).list(),
                limit,
                last -> Cursor.of(last.statement().to().toEpochDay(), last.id()));
    }

    Optional<Income> findStanding(UUID household, LocalDate from, LocalDate to) {
        return find(
                        "householdId = ?1 and periodFrom = ?2 and periodTo = ?3 and correctedBy is null",
                        household,
                        from,
                        to)
                .firstResultOptional();
    }

    /** @return whether there was such a record to correct */
    boolean supersede(UUID corrected, UUID household, UUID by) {
        return getEntityManager()
                        .createNativeQuery(SUPERSEDE)
                        .setParameter(1, by)
                        .setParameter(2, corrected)
                        .setParameter(3, household)
                        .executeUpdate()
                > 0;
    }
}
