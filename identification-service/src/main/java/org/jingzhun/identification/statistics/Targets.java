package org.jingzhun.identification.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jspecify.annotations.Nullable;

/** The targets of the divisions within the caller's area. */
@ApplicationScoped
public class Targets {

    private static final String COLUMNS = """
            select division, year, exit_households, exit_persons, exit_villages, source, set_name, set_at, revision
            from target where\s""";
    private static final String PUT = """
            insert into target (division, year, exit_households, exit_persons, exit_villages, source, set_by, set_name,
                                set_at)
            values (:division, :year, :households, :persons, :villages, :source, :by, :name, :at)
            on conflict (division, year) do update set exit_households = excluded.exit_households,
              exit_persons = excluded.exit_persons, exit_villages = excluded.exit_villages, source = excluded.source,
              set_by = excluded.set_by, set_name = excluded.set_name, set_at = excluded.set_at,
              revision = target.revision + 1
            """;

    private final Session database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Targets(Session database, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Put(Target target, boolean isNew) {}

    public Optional<Target> find(long division, int year) {
        return read(database.createNativeQuery(COLUMNS + "division = :division and year = :year", Tuple.class)
                        .setParameter("division", division)
                        .setParameter("year", year))
                .stream()
                .findFirst();
    }

    /** The targets of a year of a division and of all below it, by division. */
    public List<Target> listWithin(Area division, int year) {
        return read(database.createNativeQuery(
                        COLUMNS + "division between :from and :to and year = :year order by division", Tuple.class)
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .setParameter("year", year));
    }

    /**
     * Sets a target, or sets it anew.
     *
     * @param ifMatch the revision that the client has seen; needed when there is one
     */
    @Transactional
    public Put put(
            long division,
            int year,
            @Nullable Integer exitHouseholds,
            int exitPersons,
            @Nullable Integer exitVillages,
            String source,
            @Nullable String ifMatch) {
        Caller setter = caller.get();
        if (!setter.area().covers(division)) {
            throw Problem.of(403, "whole-division-required").asException();
        }
        Optional<Target> known = find(division, year);
        known.ifPresent(target -> Revisions.require(ifMatch, target.revision()));
        database.createNativeMutationQuery(PUT)
                .setParameter("division", division)
                .setParameter("year", year)
                .setParameter("households", exitHouseholds, Integer.class)
                .setParameter("persons", exitPersons)
                .setParameter("villages", exitVillages, Integer.class)
                .setParameter("source", source)
                .setParameter("by", setter.subject())
                .setParameter("name", setter.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
        AuditEntry entry = AuditEntry.of("target-set", "target", division + " " + year)
                .in(division)
                .with("persons", exitPersons);
        audit.record(known.map(old -> entry.with("before", old.exitPersons())).orElse(entry));
        return new Put(find(division, year).orElseThrow(), known.isEmpty());
    }

    private static List<Target> read(NativeQuery<Tuple> query) {
        List<Target> targets = new ArrayList<>();
        for (Tuple row : query.getResultList()) {
            targets.add(new Target(
                    row.get("division", Long.class),
                    row.get("year", Integer.class),
                    row.get("exit_households", Integer.class),
                    row.get("exit_persons", Integer.class),
                    row.get("exit_villages", Integer.class),
                    row.get("source", String.class),
                    row.get("set_name", String.class),
                    row.get("set_at", Instant.class),
                    row.get("revision", Long.class)));
        }
        return targets;
    }
}
