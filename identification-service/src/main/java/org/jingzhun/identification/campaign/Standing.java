package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Asks the database how things stand with a round or a campaign. */
@ApplicationScoped
class Standing {

    /** Households and second visits are only counted for the gates that need them: they are many. */
    private static final String OF_ROUNDS = """
            select r.id, coalesce(h.unassessed, 0) as unassessed, coalesce(o.open, 0) as objections,
                   coalesce(f.open, 0) as flags, coalesce(v.missing, 0) as missing_visits
            from round r
            left join (
              select h.village_code, count(*) as unassessed from household h
              where :assessing and h.village_code = any(:villages) and h.persons > 0
                and not exists (select from assessment a
                                where a.village_code = h.village_code and a.campaign_id = :campaign
                                  and a.household_id = h.id)
              group by h.village_code) h on h.village_code = r.village_code
            left join (
              select o.round_id, count(*) as open from objection o
              where o.round_id = any(:rounds) and o.state = 'OPEN'
              group by o.round_id) o on o.round_id = r.id
            left join (
              select f.village_code, count(*) as open from flag f
              where f.campaign_id = :campaign and f.village_code = any(:villages) and f.state = 'OPEN'
              group by f.village_code) f on f.village_code = r.village_code
            left join (
              select due.village_code, count(distinct due.household_id) as missing
              from second_visit_reason due
              join household h on h.id = due.household_id and h.persons > 0
              where :verifying and due.campaign_id = :campaign and due.village_code = any(:villages)
                and not exists (select from assessment a
                                where a.campaign_id = :campaign and a.household_id = due.household_id
                                  and a.round = 'SECOND_VISIT')
              group by due.village_code) v on v.village_code = r.village_code
            where r.id = any(:rounds)
            """;

    private static final String LINE_FIXED =
            "select exists (select from line_in_force l where l.campaign_id = :campaign)";
    private static final String OF_CAMPAIGN = """
            select
              (select count(*) from round r where r.campaign_id = :campaign and r.stage = 'ROSTER') as unvisited,
              (select count(*) from round r
               where r.campaign_id = :campaign and r.stage in ('REREVIEWED', 'ANNOUNCED')) as decided,
              (select count(*) from flag f where f.campaign_id = :campaign and f.state = 'OPEN') as flags
            """;

    private final Session database;
    private final MeetingRules meetings;

    Standing(Session database, MeetingRules meetings) {
        this.database = database;
        this.meetings = meetings;
    }

    /**
     * @param unvisited rounds before the first gate
     * @param decided rounds that the county has reviewed
     * @param openFlags flags that nobody has checked
     */
    record Overall(int unvisited, int decided, int openFlags) {}

    /** How things stand in each of the rounds when a gate is to be opened, by the id of the round. */
    Map<UUID, Findings> of(Campaign campaign, Gate gate, List<Round> rounds) {
        boolean lineFixed = database.createNativeQuery(LINE_FIXED, Boolean.class)
                .setParameter("campaign", campaign.id())
                .getSingleResult();
        MeetingRule meeting = meetings.of(campaign);
        List<Tuple> rows = database.createNativeQuery(OF_ROUNDS, Tuple.class)
                .setParameter("assessing", gate.needs(Need.ALL_ASSESSED))
                .setParameter("verifying", gate.needs(Need.SECOND_VISITS))
                .setParameter(
                        "villages", rounds.stream().map(Round::villageCode).toArray(Long[]::new))
                .setParameter("campaign", campaign.id())
                .setParameter("rounds", rounds.stream().map(Round::id).toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", UUID.class),
                        row -> new Findings(
                                row.get("unassessed", Long.class).intValue(),
                                row.get("objections", Long.class).intValue(),
                                row.get("flags", Long.class).intValue(),
                                row.get("missing_visits", Long.class).intValue(),
                                campaign.screenedAt() != null,
                                lineFixed,
                                campaign.noticeDays(),
                                meeting)));
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
