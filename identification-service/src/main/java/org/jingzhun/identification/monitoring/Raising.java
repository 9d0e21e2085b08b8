package org.jingzhun.identification.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;

/**
 * Takes leads, however many: those of one household are one case, the same one is taken once, and who is poor needs none.
 */
@ApplicationScoped
public class Raising {

    /** Two leads of one household that come at once must not open two cases. */
    private static final String LOCK =
            "select h.id from household h where h.id in (select household_id from ({wanted}) w) order by h.id"
                    + " for no key update";

    private static final String RAISE = """
            with wanted as ({wanted}),
            eligible as (
              select w.*, h.village_code, c.id as open_case
              from wanted w
              join household h on h.id = w.household_id
              left join monitoring_case c on c.household_id = h.id and c.ended_on is null
              where not {poor}
                and not exists (select from monitoring_lead l
                                where l.source = w.source and l.source_key = w.source_key and l.risk = w.risk)),
            opened as (
              insert into monitoring_case (id, household_id, village_code, raised_on, due_step, due_on, due_rule)
              select uuidv7(), e.household_id, e.village_code, cast(:today as date), 'VERIFICATION',
                     last_day_of_term(cast(:today as date), r.value, r.unit), r.id
              from (select distinct household_id, village_code from eligible where open_case is null) e
              cross join lateral monitoring_rule_on('VERIFICATION_TERM', e.village_code, cast(:today as date)) r
              returning id, household_id)
            insert into monitoring_lead (id, case_id, household_id, village_code, source, source_key, risk, told_by, told_on,
                                         remark, figure, rule, line_id, recorded_by, recorded_name, recorded_at)
            select uuidv7(), coalesce(e.open_case, o.id), e.household_id, e.village_code, e.source, e.source_key, e.risk,
                   e.told_by, coalesce(e.told_on, cast(:today as date)), e.remark, e.figure, e.rule, e.line_id, :by, :name, :at
            from eligible e
            left join opened o on o.household_id = e.household_id
            on conflict on constraint one_lead_a_fact do nothing
            returning id, case_id, household_id, village_code
            """.replace("{poor}", Poverty.SQL);

    private static final String OF_JSON = """
            select l."householdId" as household_id, l.source, l."sourceKey" as source_key, l.risk, l."toldBy" as told_by,
                   l."toldOn" as told_on, l.remark, l.figure, cast(null as bigint) as rule, l."lineId" as line_id
            from jsonb_to_recordset(cast(:leads as jsonb)) as l (
              "householdId" uuid, source text, "sourceKey" text, risk text, "toldBy" text, "toldOn" date, remark text,
              figure bigint, "lineId" bigint)""";

    private final Session database;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Raising(Session database, ObjectMapper json, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a lead that somebody tells.
     *
     * @throws MonitoringException when the household is unknown or poor, or the day has not come yet
     */
    @Transactional
    public RaisedLead raise(NewLead lead) {
        LocalDate toldOn = lead.toldOn();
        if (toldOn != null && toldOn.isAfter(today())) {
            throw new MonitoringRefusal.ToldInFuture(toldOn).asException();
        }
        return raise(List.of(lead)).stream().findFirst().orElseThrow(() -> whyNot(lead.householdId()));
    }

    /** @return those that are new; the others are known, or of households that are poor or unknown */
    @Transactional(Transactional.TxType.MANDATORY)
    List<RaisedLead> raise(List<NewLead> leads) {
        return leads.isEmpty() ? List.of() : raise(OF_JSON, Map.of("leads", text(leads)));
    }

    /** @param wanted a query of the columns of {@link #OF_JSON} */
    @Transactional(Transactional.TxType.MANDATORY)
    List<RaisedLead> raise(String wanted, Map<String, Object> values) {
        NativeQuery<Tuple> lock = database.createNativeQuery(LOCK.replace("{wanted}", wanted), Tuple.class);
        values.forEach(lock::setParameter);
        if (lock.getResultList().isEmpty()) {
            return List.of();
        }
        Caller acting = caller.get();
        NativeQuery<Tuple> raise = database.createNativeQuery(RAISE.replace("{wanted}", wanted), Tuple.class)
                .setParameter("today", today())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant());
        values.forEach(raise::setParameter);
        List<RaisedLead> raised =
                raise.getResultList().stream().map(Raising::raised).toList();
        keepRecord(raised);
        return raised;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
    }

    private void keepRecord(List<RaisedLead> raised) {
        if (raised.size() == 1) {
            RaisedLead lead = raised.getFirst();
            audit.record(AuditEntry.of("monitoring-lead-raised", "household", lead.householdId())
                    .in(lead.villageCode())
                    .with("case", lead.caseId()));
        } else if (!raised.isEmpty()) {
            audit.record(AuditEntry.of("monitoring-leads-raised", "monitoring", "all")
                    .with("leads", raised.size()));
        }
    }

    private MonitoringException whyNot(UUID household) {
        return database.createNativeQuery(
                        "select h.status from household h where h.id = :id and " + Poverty.SQL, String.class)
                .setParameter("id", household)
                .getResultStream()
                .findFirst()
                .<MonitoringRefusal>map(MonitoringRefusal.IsPoor::new)
                .orElseGet(() -> new MonitoringRefusal.UnknownHousehold(household))
                .asException();
    }

    private String text(List<NewLead> leads) {
        try {
            return json.writeValueAsString(leads);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("%d leads must be writable as JSON".formatted(leads.size()), unwritable);
        }
    }

    private static RaisedLead raised(Tuple row) {
        return new RaisedLead(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class));
    }
}
