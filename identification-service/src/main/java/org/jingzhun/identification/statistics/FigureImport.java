package org.jingzhun.identification.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Role;

/**
 * Import of official figures, one row a division, year and source: what a source says for a day is one figure, which a
 * later import of the same source corrects. Figures of other sources stand beside it.
 */
@ApplicationScoped
public class FigureImport implements ImportKind {

    private static final String STAGING = "staged_official_figure";
    private static final int FIRST_YEAR = 1978;
    private static final int LAST_YEAR = 2100;
    private static final int MOST = 2_000_000_000;
    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_ISSUER = 200;
    private static final int LONGEST_NOTE = 1000;
    private static final Field<Long> DIVISION = Field.division("division");
    private static final Field<Integer> YEAR = Field.integer("year", FIRST_YEAR, LAST_YEAR);
    private static final Field<LocalDate> AS_OF = Field.date("asOf").optional();
    private static final Field<Integer> HOUSEHOLDS =
            Field.integer("households", 0, MOST).optional();
    private static final Field<Integer> PERSONS =
            Field.integer("persons", 0, MOST).optional();
    private static final Field<String> INCIDENCE = Field.text(
                    "incidencePercent", Pattern.compile("\\d{1,3}(\\.\\d{1,2})?"), "18.15")
            .optional();
    private static final Field<Integer> DENOMINATOR_PERSONS =
            Field.integer("denominatorPersons", 1, MOST).optional();
    private static final Field<String> DENOMINATOR = Field.text("denominator", LONGEST_SOURCE);
    private static final Field<String> ISSUER = Field.text("issuer", LONGEST_ISSUER);
    private static final Field<String> SOURCE = Field.text("source", LONGEST_SOURCE);
    private static final Field<OfficialFigure.Mark> MARK = Field.enumeration("mark", OfficialFigure.Mark.class);
    private static final Field<String> NOTE = Field.text("note", LONGEST_NOTE).optional();
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** The same division, year, day, issuer and source is the same figure. */
    private static final String MERGE = """
            with merged as (
              insert into official_figure as f (id, division, year, as_of, households, persons, incidence_percent,
                denominator_persons, denominator, issuer, source, mark, note, recorded_by, recorded_at)
              select cast(md5(concat_ws('|', s.division, s.year, coalesce(s.as_of::text, '-'), s.issuer, s.source)) as uuid),
                     s.division, s.year, s.as_of, s.households, s.persons, cast(s.incidence_percent as numeric),
                     s.denominator_persons, s.denominator, s.issuer, s.source, s.mark, s.note, ?, ?
              from %s s where %s
              on conflict (id) do update set households = excluded.households, persons = excluded.persons,
                incidence_percent = excluded.incidence_percent, denominator_persons = excluded.denominator_persons,
                denominator = excluded.denominator, mark = excluded.mark, note = excluded.note,
                recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, revision = f.revision + 1
              where (f.households, f.persons, f.incidence_percent, f.denominator_persons, f.denominator, f.mark, f.note)
                    is distinct from (excluded.households, excluded.persons, excluded.incidence_percent,
                                      excluded.denominator_persons, excluded.denominator, excluded.mark, excluded.note)
              returning (xmax = 0) as is_new)
            select count(*) filter (where is_new), count(*) filter (where not is_new),
                   (select count(*) from %s s where %s) from merged
            """.formatted(STAGING, Lines.CONDITION, STAGING, Lines.CONDITION);

    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    FigureImport(CurrentCaller caller, Audit audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "official-figures";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(
                        DIVISION,
                        YEAR,
                        AS_OF,
                        HOUSEHOLDS,
                        PERSONS,
                        INCIDENCE,
                        DENOMINATOR_PERSONS,
                        DENOMINATOR,
                        ISSUER,
                        SOURCE,
                        MARK,
                        NOTE)
                .within(DIVISION)
                .ofOneYear(YEAR)
                .check(FigureImport::check)
                .build();
    }

    private static void check(Row row, RowCheck.Verdict verdict) {
        String incidence = row.find(INCIDENCE);
        if (row.find(HOUSEHOLDS) == null && row.find(PERSONS) == null && incidence == null) {
            verdict.reject(PERSONS.pointer(), "figure-empty");
        }
        if (incidence != null && new BigDecimal(incidence).compareTo(WHOLE) > 0) {
            verdict.reject(INCIDENCE.pointer(), "more-than-all");
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.unrepeated("/source", STAGING, "division", "year", "as_of", "issuer", "source"));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        Caller acting = caller.get();
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, acting.name());
            merge.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 3));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                return new Merged(row.getLong(1), row.getLong(2), row.getLong(3) - row.getLong(1) - row.getLong(2));
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("official-figures-imported", "import", all.importId())
                .with("figures", summary.inserted() + summary.updated()));
    }
}
