package org.jingzhun.identification.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The official figures: public to read, kept by whoever keeps the normative data of the area. */
@ApplicationScoped
public class OfficialFigures {

    private static final String COLUMNS = """
            select id, division, year, as_of, households, persons, incidence_percent, denominator_persons, denominator,
                   issuer, source, mark, note, recorded_by, recorded_at, revision
            from official_figure where\s""";
    private static final String PUT = """
            insert into official_figure (id, division, year, as_of, households, persons, incidence_percent,
              denominator_persons, denominator, issuer, source, mark, note, recorded_by, recorded_at)
            values (:id, :division, :year, :asOf, :households, :persons, :incidence, :base, :denominator, :issuer,
              :source, :mark, :note, :by, :at)
            on conflict (id) do update set division = excluded.division, year = excluded.year, as_of = excluded.as_of,
              households = excluded.households, persons = excluded.persons,
              incidence_percent = excluded.incidence_percent, denominator_persons = excluded.denominator_persons,
              denominator = excluded.denominator, issuer = excluded.issuer, source = excluded.source,
              mark = excluded.mark, note = excluded.note, recorded_by = excluded.recorded_by,
              recorded_at = excluded.recorded_at, revision = official_figure.revision + 1
            """;

    private final Session database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    OfficialFigures(Session database, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Recorded(OfficialFigure figure, boolean isNew) {}

    /** All figures of one division and year, also those that contradict each other. */
    public List<OfficialFigure> listOf(long division, int year) {
        return read(database.createNativeQuery(
                        COLUMNS + "division = :division and year = :year order by as_of nulls last, id", Tuple.class)
                .setParameter("division", division)
                .setParameter("year", year));
    }

    /** The figures of a division and all below it, by division, year and id. */
    public Slice<OfficialFigure> list(Area division, @Nullable Integer year, @Nullable Cursor after, int limit) {
        List<OfficialFigure> rows = read(database.createNativeQuery(
                        COLUMNS + "division between :from and :to and (cast(:year as integer) is null or year = :year)"
                                + " and (division, year, id) > (:afterDivision, :afterYear, :afterId)"
                                + " order by division, year, id limit " + (limit + 1),
                        Tuple.class)
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .setParameter("year", year, Integer.class)
                .setParameter("afterDivision", after == null ? 0 : after.number(0))
                .setParameter("afterYear", after == null ? 0 : after.smallNumber(1))
                .setParameter("afterId", after == null ? new UUID(0, 0) : after.id(2)));
        return Slice.of(rows, limit, last -> Cursor.of(last.division(), last.year(), last.id()));
    }

    public Optional<OfficialFigure> find(UUID id) {
        return read(database.createNativeQuery(COLUMNS + "id = :id", Tuple.class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    /**
     * Records a figure, or corrects it. The audit trail keeps what it was.
     *
     * @param figure whose revision and signature are not looked at
     * @param ifMatch the revision that the client has seen; needed when the figure is known
     */
    @Transactional
    public Recorded record(OfficialFigure figure, @Nullable String ifMatch) {
        long division = DivisionCode.parse(figure.division());
        Optional<OfficialFigure> known = find(figure.id());
        boolean mayWrite = caller.get().area().covers(division)
                && known.map(old -> caller.get().area().covers(DivisionCode.parse(old.division())))
                        .orElse(true);
        if (!mayWrite) {
            throw Problem.of(403, "whole-division-required").asException();
        }
        known.ifPresent(old -> Revisions.require(ifMatch, old.revision()));
        database.createNativeMutationQuery(PUT)
                .setParameter("id", figure.id())
                .setParameter("division", division)
                .setParameter("year", figure.year())
                .setParameter("asOf", figure.asOf(), LocalDate.class)
                .setParameter("households", figure.households(), Long.class)
                .setParameter("persons", figure.persons(), Long.class)
                .setParameter("incidence", figure.incidencePercent(), BigDecimal.class)
                .setParameter("base", figure.denominatorPersons(), Long.class)
                .setParameter("denominator", figure.denominator())
                .setParameter("issuer", figure.issuer())
                .setParameter("source", figure.source())
                .setParameter("mark", figure.mark().name())
                .setParameter("note", figure.note(), String.class)
                .setParameter("by", caller.get().name())
                .setParameter("at", clock.instant())
                .executeUpdate();
        AuditEntry entry = AuditEntry.of("official-figure-recorded", "official-figure", figure.id())
                .in(division)
                .with("after", text(figure));
        audit.record(known.map(old -> entry.with("before", text(old))).orElse(entry));
        return new Recorded(find(figure.id()).orElseThrow(), known.isEmpty());
    }

    private static String text(OfficialFigure figure) {
        return "%s %d: %s households, %s persons, %s%%; %s"
                .formatted(
                        figure.division(),
                        figure.year(),
                        figure.households(),
                        figure.persons(),
                        figure.incidencePercent(),
                        figure.source());
    }

    private static List<OfficialFigure> read(NativeQuery<Tuple> query) {
        List<OfficialFigure> figures = new ArrayList<>();
        for (Tuple row : query.getResultList()) {
            figures.add(new OfficialFigure(
                    row.get("id", UUID.class),
                    DivisionCode.text(row.get("division", Long.class)),
                    row.get("year", Integer.class),
                    row.get("as_of", LocalDate.class),
                    row.get("households", Long.class),
                    row.get("persons", Long.class),
                    row.get("incidence_percent", BigDecimal.class),
                    row.get("denominator_persons", Long.class),
                    row.get("denominator", String.class),
                    row.get("issuer", String.class),
                    row.get("source", String.class),
                    OfficialFigure.Mark.valueOf(row.get("mark", String.class)),
                    row.get("note", String.class),
                    row.get("recorded_by", String.class),
                    row.get("recorded_at", Instant.class),
                    row.get("revision", Long.class)));
        }
        return figures;
    }
}
