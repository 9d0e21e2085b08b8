package org.jingzhun.funding.catalogue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.catalogue.Catalogue.Item;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.VersionLoading;
import org.jspecify.annotations.Nullable;

/** All lists: those of {@code data/catalogues.csv}, and what administrators loaded since. */
@ApplicationScoped
public class Catalogues {

    /** In force on a day at a place: that of the smallest division, then the youngest. */
    private static final String IN_FORCE = """
            select list, division, version, valid_from, valid_to, source from catalogue
            where list = ? and division in (0, ? / 10000000000 * 10000000000, ? / 100000000 * 100000000, ? / 1000000 * 1000000, ?)
              and valid_from <= ? and (valid_to is null or valid_to >= ?)
            order by division desc, valid_from desc limit 1
            """;

    private static final String IN_FORCE_OF_YEAR = """
            (select list, division, version from catalogue
             where list = '{list}'
               and division in (0, {place} / 10000000000 * 10000000000, {place} / 100000000 * 100000000,
                                {place} / 1000000 * 1000000, {place})
               and valid_from <= make_date({year}, 12, 31) and (valid_to is null or valid_to >= make_date({year}, 12, 31))
             order by division desc, valid_from desc limit 1)""";
    private static final String LIST = """
            select list, division, version, valid_from, valid_to, source from catalogue
            where (?::text is null or list = ?::text) order by list, division, valid_from
            """;
    private static final String ITEMS = """
            select code, zh, en, part, keywords from catalogue_item
            where list = ? and division = ? and version = ? order by position
            """;
    private static final String ADD = """
            insert into catalogue (list, division, version, valid_from, valid_to, source, loaded_by, loaded_at)
            values (?, ?, ?, ?, ?::date, ?, ?, ?) on conflict do nothing
            """;
    private static final String ADD_ITEM = """
            insert into catalogue_item (list, division, version, position, code, zh, en, part, keywords)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final VersionLoading loading;
    private final Clock clock;

    Catalogues(Database database, VersionLoading loading, Clock clock) {
        this.database = database;
        this.loading = loading;
        this.clock = clock;
    }

    /** The SQL of the version in force at the end of a year, to be joined laterally; place and year are SQL expressions. */
    public static String inForce(String list, String place, String year) {
        return IN_FORCE_OF_YEAR
                .replace("{list}", list)
                .replace("{place}", place)
                .replace("{year}", year);
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> shipped().forEach(catalogue -> add(catalogue, "the service")));
    }

    private static List<Catalogue> shipped() {
        return DataFile.read("catalogues.csv", row -> row).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("list") + row.getField("division") + row.getField("version"),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Catalogues::catalogue)
                .toList();
    }

    private static Catalogue catalogue(List<NamedCsvRecord> rows) {
        var first = rows.getFirst();
        var division = first.getField("division");
        return new Catalogue(
                first.getField("list"),
                division.isEmpty() ? 0 : Long.parseLong(division),
                first.getField("version"),
                LocalDate.parse(first.getField("validFrom")),
                DataFile.dateOrNull(first.getField("validTo")),
                first.getField("source"),
                rows.stream()
                        .map(row -> new Item(
                                row.getField("code"),
                                row.getField("zh"),
                                row.getField("en"),
                                row.getField("part"),
                                words(row.getField("keywords"))))
                        .toList());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * Loads a version.
     *
     * @throws org.jingzhun.funding.codelist.DataRefusal if there is such a version, or the place is foreign
     * @throws CatalogueRefusal if a menu is too long
     */
    @Transactional
    public Catalogue load(Catalogue catalogue) {
        Menu.find(catalogue.list()).ifPresent(menu -> menu.require(catalogue));
        var version = new VersionLoading.Version(
                "catalogue", catalogue.list(), catalogue.division(), catalogue.version(), catalogue.label());
        loading.load(version, by -> add(catalogue, by));
        return catalogue;
    }

    private boolean add(Catalogue catalogue, String by) {
        int added = database.execute(
                ADD,
                catalogue.list(),
                catalogue.division(),
                catalogue.version(),
                catalogue.validFrom(),
                catalogue.validTo(),
                catalogue.source(),
                by,
                clock.instant());
        if (added == 0) {
            return false;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int position = 0; position < catalogue.items().size(); position++) {
            var item = catalogue.items().get(position);
            rows.add(new @Nullable Object[] {
                catalogue.list(),
                catalogue.division(),
                catalogue.version(),
                position,
                item.code(),
                item.zh(),
                item.en(),
                item.part(),
                item.keywords().toArray(String[]::new)
            });
        }
        database.executeAll(ADD_ITEM, rows);
        return true;
    }

    /** By list, place and beginning; null for all lists. */
    @Transactional
    public List<Catalogue> list(@Nullable String list) {
        return database.list(LIST, Catalogues::head, list, list).stream()
                .map(this::whole)
                .toList();
    }

    /** The version in force; empty if there is none. */
    @Transactional
    public Optional<Catalogue> find(String list, long place, LocalDate day) {
        return database.find(IN_FORCE, Catalogues::head, list, place, place, place, place, day, day)
                .map(this::whole);
    }

    private record Head(
            String list,
            long division,
            String version,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("list"),
                row.getLong("division"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"));
    }

    private Catalogue whole(Head head) {
        var items = database.list(
                ITEMS,
                row -> new Item(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("part"),
                        List.of((String[]) row.getArray("keywords").getArray())),
                head.list(),
                head.division(),
                head.version());
        return new Catalogue(
                head.list(), head.division(), head.version(), head.validFrom(), head.validTo(), head.source(), items);
    }
}
