package org.jingzhun.identification.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.MembersTelling;
import org.jingzhun.identification.published.HouseholdRegistered;
import org.jingzhun.identification.scorecard.scoring.Direction;

/** Puts households on the register, villages at a time, and tells others (登记). */
@ApplicationScoped
public class Registering {

    /**
     * Everybody within the line whom no veto rules out, with the transition and the status of the household;
     * {within} compares a score with the line. Who is on the register already stays as they are: a return has gates of
     * its own.
     */
    private static final String ENTER = """
            with entered as (
              insert into register_entry (
                household_id, village_code, hamlet, householder, persons, labourers, ethnicity, status, attribute,
                main_cause, other_causes, score, scorecard, line_version, year, campaign_id, registered_on,
                document_number, entry, entry_year)
              select c.household_id, c.village_code, c.hamlet, c.householder, c.persons, c.labourers,
                     coalesce(head.ethnicity, '97'), 'POOR',
                     register_attribute(c.household_id, :day), c.main_cause, c.other_causes, c.score,
                     c.scorecard, :line, :year, c.campaign_id, :day, :document,
                     case when exists (select from register_entry earlier
                                       where earlier.village_code = c.village_code and earlier.year < :year)
                          then 'NEW' else 'IDENTIFIED' end, :year
              from candidate c
              left join member head on head.household_id = c.household_id and head.relation = 'HEAD'
              where c.assessment_id = any(array(
                  select id from assessment where campaign_id = :campaign and village_code = any(:villages)))
                and not c.vetoed and c.score {within} :score
              on conflict (household_id) do nothing
              returning *),
            remembered as (
              insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
                document_number, campaign_id, line_version, scorecard, taken_by, taken_name, taken_at)
              select household_id, revision, village_code, 'REGISTERED', null, status, registered_on, document_number,
                     campaign_id, line_version, scorecard, :by, :name, :at
              from entered),
            marked as (
              update household h set status = e.status, main_cause = e.main_cause, revision = h.revision + 1
              from entered e
              where h.id = e.household_id and h.village_code = e.village_code
                and h.village_code = any(:villages))
            select household_id, village_code, hamlet, householder, persons, labourers, status, attribute,
                   main_cause, other_causes, ethnicity, score, year, campaign_id, registered_on, revision
            from entered
            """;

    /**
     * Whoever left poverty and is found poor again must be taken in again (应纳入尽纳入): the campaign proposes a return,
     * which has gates of its own.
     */
    private static final String PROPOSE_RETURNS = """
            insert into transition_case (id, household_id, village_code, kind, year, reason, evidence, campaign_id,
                                         proposed_by, proposed_name, proposed_at)
            select uuidv7(), c.household_id, c.village_code, 'RETURN', :year, :document, array[c.scorecard], c.campaign_id,
                   'campaign', 'campaign', :at
            from candidate c
            join register_entry e on e.household_id = c.household_id and e.status = 'EXITED'
            where c.assessment_id = any(array(
                select id from assessment where campaign_id = :campaign and village_code = any(:villages)))
              and not c.vetoed and c.score {within} :score
            on conflict do nothing
            """;

    private final Session database;
    private final Outbox outbox;
    private final MembersTelling telling;
    private final CurrentCaller caller;
    private final Clock clock;

    Registering(Session database, Outbox outbox, MembersTelling telling, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.telling = telling;
        this.caller = caller;
        this.clock = clock;
    }

    /** @return by village how many households are on the register now that were not before */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Integer> register(Announced announced) {
        String within = announced.direction() == Direction.LOW_IS_POOR ? "<=" : ">=";
        Caller acting = caller.get();
        List<HouseholdRegistered> entered = database
                .createNativeQuery(ENTER.replace("{within}", within), Tuple.class)
                .setParameter("line", announced.lineVersion())
                .setParameter("year", announced.year())
                .setParameter("day", announced.on())
                .setParameter("document", announced.documentNumber())
                .setParameter("campaign", announced.campaignId())
                .setParameter("villages", announced.villageCodes().toArray(Long[]::new))
                .setParameter("score", announced.lineScore())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .getResultList()
                .stream()
                .map(row -> new HouseholdRegistered(EntryEvents.state(row)))
                .toList();
        database.createNativeMutationQuery(PROPOSE_RETURNS.replace("{within}", within))
                .setParameter("year", announced.year())
                .setParameter("document", announced.documentNumber())
                .setParameter("at", clock.instant())
                .setParameter("campaign", announced.campaignId())
                .setParameter("villages", announced.villageCodes().toArray(Long[]::new))
                .setParameter("score", announced.lineScore())
                .executeUpdate();
        outbox.publish(entered.stream()
                .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                .toList());
        telling.tell(
                entered.stream().map(event -> event.household().householdId()).toList());
        return entered.stream()
                .collect(Collectors.toMap(
                        event -> DivisionCode.parse(event.household().villageCode()), event -> 1, Integer::sum));
    }
}
