package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Which households must be visited a second time, and which were. */
@ApplicationScoped
public class SecondVisits {

    /** {behind} is where to begin, {made} narrows to those that were visited, or were not. */
    private static final String DUE = """
            select due.household_id, due.village_code, h.hamlet, h.householder, h.persons, due.reasons, a.visited_on
            from (select village_code, household_id, array_agg(distinct reason order by reason) as reasons
                  from second_visit_reason
                  where campaign_id = :campaign and village_code between :from and :to {behind}
                  group by village_code, household_id) due
            join household h on h.id = due.household_id and h.persons > 0
            left join assessment a on a.campaign_id = :campaign and a.household_id = due.household_id
                                   and a.round = 'SECOND_VISIT'
            {made}
            order by due.village_code, due.household_id limit :limit
            """;

    private static final String BEHIND =
            "and village_code >= :village and (village_code > :village or household_id > :household)";
    private static final String OF_HOUSEHOLD = """
            select distinct reason from second_visit_reason
            where campaign_id = :campaign and village_code = :village and household_id = :household
            """;

    private final Session database;

    SecondVisits(Session database) {
        this.database = database;
    }

    /**
     * The households of a campaign in an area that must be visited a second time, by village.
     *
     * @param made those that were visited, or those that were not; null for both
     */
    public Slice<SecondVisit> list(
            UUID campaign, Area area, @Nullable Boolean made, @Nullable Cursor after, int limit) {
        String query = DUE.replace("{behind}", after == null ? "" : BEHIND)
                .replace("{made}", made == null ? "" : "where a.id is " + (made ? "not null" : "null"));
        NativeQuery<Tuple> due = database.createNativeQuery(query, Tuple.class)
                .setParameter("campaign", campaign)
                .setParameter("from", area.from())
                .setParameter("to", area.to())
                .setParameter("limit", limit + 1);
        if (after != null) {
            due.setParameter("village", after.number(0)).setParameter("household", after.id(1));
        }
        return Slice.of(
                due.getResultList().stream().map(SecondVisits::visit).toList(),
                limit,
                last -> Cursor.of(DivisionCode.parse(last.villageCode()), last.householdId()));
    }

    /** Why one household must be visited a second time; none when it need not. */
    public Set<VisitReason> reasonsOf(UUID campaign, long village, UUID household) {
        Set<VisitReason> reasons = EnumSet.noneOf(VisitReason.class);
        database.createNativeQuery(OF_HOUSEHOLD, String.class)
                .setParameter("campaign", campaign)
                .setParameter("village", village)
                .setParameter("household", household)
                .getResultList()
                .forEach(reason -> reasons.add(VisitReason.valueOf(reason)));
        return reasons;
    }

    private static SecondVisit visit(Tuple row) {
        LocalDate visitedOn = row.get("visited_on", LocalDate.class);
        List<VisitReason> reasons = Arrays.stream(row.get("reasons", String[].class))
                .map(VisitReason::valueOf)
                .toList();
        return new SecondVisit(
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("village_code", Long.class)),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                reasons,
                visitedOn != null,
                visitedOn);
    }
}
