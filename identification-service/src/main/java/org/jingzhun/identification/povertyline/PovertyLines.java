package org.jingzhun.identification.povertyline;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/** All lines: those of {@code poverty-lines/poverty-lines.csv}, and what officers loaded since. None ever changes. */
@ApplicationScoped
public class PovertyLines {

    /**
     * The line in force for a purpose: the row of the smallest division that contains the place, of those the youngest;
     * to be used as {@code left join lateral (...) l on true}. {purpose}, {year} and {place} are SQL expressions.
     */
    private static final String IN_FORCE = """
            (select id, per_head_fen from poverty_line
             where purpose = {purpose} and year = {year}
               and division in (0, {place} / 10000000000 * 10000000000, {place} / 100000000 * 100000000,
                                {place} / 1000000 * 1000000)
             order by division desc, id desc limit 1)""";

    private static final String ADD = """
            insert into poverty_line (purpose, year, division, per_head_fen, issuer, mark, source, loaded_by)
            values (:purpose, :year, :division, :fen, :issuer, :mark, :source, :by)
            on conflict do nothing
            """;
    private static final String COLUMNS =
            "select id, purpose, year, division, per_head_fen, issuer, mark, source from poverty_line ";
    private static final String LIST = COLUMNS + """
            where (cast(:purpose as text) is null or purpose = :purpose)
              and (cast(:year as integer) is null or year = :year)
            order by purpose, year, division, id
            """;
    private static final long FEN_OF_YUAN = 100;

    private final Session database;

    PovertyLines(Session database) {
        this.database = database;
    }

    /** The SQL of the line in force. */
    public static String inForce(Purpose purpose, String year, String place) {
        return IN_FORCE.replace("{purpose}", "'" + purpose + "'")
                .replace("{year}", year)
                .replace("{place}", place);
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("poverty-lines/poverty-lines.csv").stream()
                .map(PovertyLines::line)
                .forEach(line -> add(line, "the service")));
    }

    /** Adds a line; the same once more changes nothing. */
    @Transactional
    public void add(PovertyLine line, String by) {
        database.createNativeMutationQuery(ADD)
                .setParameter("purpose", line.purpose().name())
                .setParameter("year", line.year())
                .setParameter("division", line.division())
                .setParameter("fen", line.perHeadFen())
                .setParameter("issuer", line.issuer())
                .setParameter("mark", line.mark())
                .setParameter("source", line.source())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** Null where it does not matter. */
    @Transactional
    public List<PovertyLine> list(@Nullable Purpose purpose, @Nullable Integer year) {
        return database
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("purpose", purpose == null ? null : purpose.name(), String.class)
                .setParameter("year", year, Integer.class)
                .getResultList()
                .stream()
                .map(PovertyLines::line)
                .toList();
    }

    /** The line in force at a place; empty when nobody has loaded one for the year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PovertyLine> find(Purpose purpose, int year, long place) {
        String inForce = inForce(purpose, "cast(:year as integer)", "cast(:place as bigint)");
        return database.createNativeQuery(COLUMNS + "where id = (select l.id from " + inForce + " l)", Tuple.class)
                .setParameter("year", year)
                .setParameter("place", place)
                .getResultStream()
                .findFirst()
                .map(PovertyLines::line);
    }

    private static PovertyLine line(Tuple row) {
        return new PovertyLine(
                row.get("id", Long.class),
                Purpose.valueOf(row.get("purpose", String.class)),
                row.get("year", Integer.class),
                row.get("division", Long.class),
                row.get("per_head_fen", Long.class),
                row.get("issuer", String.class),
                row.get("mark", String.class),
                row.get("source", String.class));
    }

    private static PovertyLine line(NamedCsvRecord row) {
        return new PovertyLine(
                null,
                Purpose.valueOf(row.getField("purpose")),
                Integer.parseInt(row.getField("year")),
                Long.parseLong(row.getField("division")),
                Long.parseLong(row.getField("per_head_yuan")) * FEN_OF_YUAN,
                row.getField("issuer"),
                row.getField("mark"),
                row.getField("source"));
    }
}
