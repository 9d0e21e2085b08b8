package org.jingzhun.identification.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Changes the status of households on the register, many at a time, keeps the history and tells others (标注). */
@ApplicationScoped
public class Marking {

    private static final String MARK = """
            with decided as (
              select * from jsonb_to_recordset(cast(:decided as jsonb)) as d (
                "householdId" uuid, "caseId" uuid, year integer, "on" date, "documentNumber" text, standard text,
                reason text)),
            before as (
              select e.household_id, e.status from register_entry e join decided d on d."householdId" = e.household_id
              where e.status = any (cast(:from as text[])) order by e.household_id for update of e),
            changed as (
              update register_entry e set status = :to, revision = e.revision + 1,
                entry = case :kind when 'RETURNED' then 'RETURNED' else e.entry end,
                entry_year = case :kind when 'RETURNED' then d.year else e.entry_year end,
                attribute = case :kind when 'RETURNED' then register_attribute(e.household_id, d."on")
                                       else e.attribute end
              from before b join decided d on d."householdId" = b.household_id
              where b.household_id = e.household_id
              returning e.*),
            remembered as (
              insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
                document_number, case_id, standard, reason, taken_by, taken_name, taken_at)
              select c.household_id, c.revision, c.village_code, :kind, b.status, c.status, d."on", d."documentNumber",
                     d."caseId", d.standard, d.reason, :by, :name, :at
              from changed c
              join before b on b.household_id = c.household_id
              join decided d on d."householdId" = c.household_id),
            marked as (
              update household h set status = c.status, revision = h.revision + 1
              from changed c where h.id = c.household_id)
            select c.household_id, c.village_code, c.hamlet, c.householder, c.persons, c.labourers, c.status, c.attribute,
                   c.main_cause, c.other_causes, c.ethnicity, c.score, c.year, c.campaign_id, c.registered_on, c.revision,
                   d.year as decided_year, d."on" as decided_on, d."documentNumber" as document_number, d.standard,
                   d.reason
            from changed c join decided d on d."householdId" = c.household_id
            """;

    private final Session database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    Marking(Session database, Outbox outbox, ObjectMapper json, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A decision about a household.
     *
     * @param caseId where it was decided
     * @param year for which it holds
     * @param standard version by which it was decided; null where there is none
     * @param reason in words; null where the standard is the reason
     */
    public record Decided(
            UUID householdId,
            UUID caseId,
            int year,
            LocalDate on,
            String documentNumber,
            @Nullable String standard,
            @Nullable String reason) {}

    /**
     * @param decisions of different households, whose status the kind leads on from
     * @throws IllegalStateException when one does not stand as the procedure has seen it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mark(TransitionKind kind, List<Decided> decisions) {
        Caller acting = caller.get();
        List<Tuple> changed = database.createNativeQuery(MARK, Tuple.class)
                .setParameter("decided", text(decisions))
                .setParameter("from", kind.from().stream().map(Status::name).toArray(String[]::new))
                .setParameter("to", kind.to().name())
                .setParameter("kind", kind.name())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .getResultList();
        if (changed.size() != decisions.size()) {
            throw new IllegalStateException("%s of %d households must find them as %s, but found %d"
                    .formatted(kind, decisions.size(), kind.from(), changed.size()));
        }
        outbox.publish(changed.stream()
                .map(row -> EntryEvents.event(kind, row))
                .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                .toList());
    }

    private String text(List<Decided> decisions) {
        try {
            return json.writeValueAsString(decisions);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "%d decisions must be writable as JSON".formatted(decisions.size()), unwritable);
        }
    }
}
