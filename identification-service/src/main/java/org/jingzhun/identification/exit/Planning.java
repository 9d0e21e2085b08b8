package org.jingzhun.identification.exit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Puts households, villages and counties on the exit plan of a year (脱贫计划). */
@ApplicationScoped
public class Planning {

    private static final String INSERT = """
            insert into exit_case (id, subject, household_id, place_code, year, standard, planned_by, planned_name,
                                   planned_at)
            values (:id, :subject, :household, :place, :year, :standard, :by, :name, :at)
            on conflict do nothing
            """;
    /** Whether the exit plan of a village and year is fixed. */
    static final String FIXED =
            "exists (select from exit_plan p where p.village_code = %s and p.year = %s and p.stage = 'FIXED')";

    private static final Set<String> POOR = Set.of("POOR", "RETURNED");

    private final Session database;
    private final ExitStandards standards;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Planning(Session database, ExitStandards standards, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.standards = standards;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return id of the exit
     * @throws ExitException when the domain says no
     */
    @Transactional
    public UUID planHousehold(UUID household, int year, @Nullable String standard) {
        Tuple entry = database.createNativeQuery(
                        "select village_code, status, entry_year from register_entry where household_id = ?1",
                        Tuple.class)
                .setParameter(1, household)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new ExitRefusal.UnknownSubject(Subject.HOUSEHOLD).asException());
        String status = entry.get("status", String.class);
        if (!POOR.contains(status)) {
            throw new ExitRefusal.NotPoor(status).asException();
        }
        int entryYear = entry.get("entry_year", Integer.class);
        if (entryYear >= year) {
            throw new ExitRefusal.YearOfEntry(entryYear, year).asException();
        }
        return plan(Subject.HOUSEHOLD, household, entry.get("village_code", Long.class), year, standard);
    }

    /**
     * @param subject VILLAGE or COUNTY
     * @return id of the exit
     * @throws ExitException when the domain says no
     */
    @Transactional
    public UUID planPlace(Subject subject, long place, int year, @Nullable String standard) {
        Tuple division = database.createNativeQuery(
                        "select level, poor_village, exited_on from division where code = ?1", Tuple.class)
                .setParameter(1, place)
                .getResultStream()
                .filter(row -> caller.get().area().covers(place))
                .filter(row -> row.get("level", String.class).equals(subject.name()))
                .filter(row -> subject == Subject.COUNTY || row.get("poor_village", Boolean.class))
                .findFirst()
                .orElseThrow(() -> new ExitRefusal.UnknownSubject(subject).asException());
        if (division.get("exited_on") != null) {
            throw new ExitRefusal.AlreadyExited().asException();
        }
        return plan(subject, null, place, year, standard);
    }

    private boolean isFixed(long place, int year) {
        return database.createNativeQuery("select " + FIXED.formatted(":place", ":year"), Boolean.class)
                .setParameter("place", place)
                .setParameter("year", year)
                .getSingleResult();
    }

    private UUID plan(Subject subject, @Nullable UUID household, long place, int year, @Nullable String named) {
        String standard = named == null
                ? standards.findInForce(subject, place, year).orElse(null)
                : standards
                        .find(named)
                        .filter(each -> each.subject() == subject)
                        .map(ExitStandard::version)
                        .orElse(null);
        if (standard == null) {
            throw new ExitRefusal.NoStandard(year).asException();
        }
        if (isFixed(place, year)) {
            throw new ExitRefusal.PlanFixed(year).asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Caller acting = caller.get();
        int planned = database.createNativeMutationQuery(INSERT)
                .setParameter("id", id)
                .setParameter("subject", subject.name())
                .setParameter("household", household, UUID.class)
                .setParameter("place", place)
                .setParameter("year", year)
                .setParameter("standard", standard)
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
        if (planned == 0) {
            throw new ExitRefusal.AlreadyPlanned().asException();
        }
        audit.record(AuditEntry.of("exit-planned", "exit", id)
                .in(place)
                .about(household)
                .with("year", year));
        return id;
    }
}
