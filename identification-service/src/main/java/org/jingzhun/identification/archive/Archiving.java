package org.jingzhun.identification.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.manifest.Canonical;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** Compiles files of households from what each concept tells of them (归档). */
@ApplicationScoped
public class Archiving {

    private static final String HOUSEHOLDS = """
            select h.id, h.village_code, h.householder, concat_ws(' ', c.name, t.name, v.name) as place
            from household h
            join division v on v.code = h.village_code
            left join division t on t.code = v.parent
            left join division c on c.code = t.parent
            where h.id = any(?) order by h.village_code, h.id""";

    private static final String REGISTERED = """
            select household_id from register_entry
            where village_code between ? and ? and (village_code, household_id) > (?, ?)
            order by village_code, household_id limit ?""";

    private static final String COUNT = "select count(*) from register_entry where village_code between ? and ?";

    private static final UUID LOWEST = new UUID(0, 0);

    private final List<ArchiveSection> sections;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    Archiving(@All List<ArchiveSection> sections, AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(
                                (ArchiveSection section) -> section.heading().order())
                        .thenComparing(section -> section.heading().name()))
                .toList();
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The names of all sections that a file has. */
    List<String> sectionNames() {
        return sections.stream().map(section -> section.heading().name()).toList();
    }

    /** Of those that are sealed. */
    List<String> lastingNames() {
        return sections.stream()
                .map(ArchiveSection::heading)
                .filter(Heading::lasting)
                .map(Heading::name)
                .toList();
    }

    /** How many registered households an area has. */
    @Transactional
    long count(Area area) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setLong(1, area.from());
            select.setLong(2, area.to());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("registered households could not be counted", failure);
        }
    }

    /** The file of a household of the caller's area. */
    @Transactional
    public Optional<ArchiveFile> find(UUID household, Discretion scope) {
        return list(List.of(household), scope).stream().findFirst();
    }

    /** The files of those of the households that lie in the caller's area, by village and id; read section by section. */
    @Transactional
    public List<ArchiveFile> list(List<UUID> households, Discretion scope) {
        try (Connection connection = database.getConnection()) {
            Map<ArchiveFile.Subject, List<ArchiveFile.Section>> contents = new LinkedHashMap<>();
            subjects(connection, households).forEach(subject -> contents.put(subject, new ArrayList<>()));
            List<UUID> known = contents.keySet().stream()
                    .map(ArchiveFile.Subject::householdId)
                    .toList();
            for (ArchiveSection section : sections) {
                Reading reading = new Reading(connection, known, scope, today());
                section.read(reading);
                contents.forEach((subject, content) ->
                        content.add(section(section.heading(), reading.of(subject.householdId()))));
            }
            List<ArchiveFile> files = new ArrayList<>();
            contents.forEach((subject, content) -> files.add(ArchiveFile.of(subject, scope, content)));
            return files;
        } catch (SQLException failure) {
            throw new IllegalStateException("files of households could not be compiled", failure);
        }
    }

    /** The files of registered households of an area, by village and id, after the last of the slice before. */
    @Transactional
    public List<ArchiveFile> list(Area area, ArchiveFile.@Nullable Subject last, int limit, Discretion scope) {
        List<UUID> households = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(REGISTERED)) {
            select.setLong(1, area.from());
            select.setLong(2, area.to());
            select.setLong(3, last == null ? 0 : Long.parseLong(last.villageCode()));
            select.setObject(4, last == null ? LOWEST : last.householdId());
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    households.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("registered households could not be listed", failure);
        }
        return list(households, scope);
    }

    /** Readings count until the day before, so that all files of one day are the same. */
    private Instant today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI)
                .atStartOfDay(Clocks.SHANGHAI)
                .toInstant();
    }

    private static List<ArchiveFile.Subject> subjects(Connection connection, List<UUID> households)
            throws SQLException {
        List<ArchiveFile.Subject> subjects = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HOUSEHOLDS)) {
            select.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    subjects.add(new ArchiveFile.Subject(
                            row.getObject("id", UUID.class),
                            Values.division(row, "village_code"),
                            row.getString("householder"),
                            row.getString("place")));
                }
            }
        }
        return subjects;
    }

    private ArchiveFile.Section section(Heading heading, Map<Table<?>, List<Record>> tables) {
        ObjectNode content = json.createObjectNode();
        content.put("name", heading.name());
        content.put("titleZh", heading.zh());
        content.put("titleEn", heading.en());
        ArrayNode all = content.putArray("tables");
        tables.forEach((table, rows) -> {
            ObjectNode each = all.addObject();
            each.put("name", table.name());
            each.put("titleZh", table.zh());
            each.put("titleEn", table.en());
            each.set("rows", json.valueToTree(rows));
        });
        return new ArchiveFile.Section(heading, tables, content, Canonical.sha256(content.toString()));
    }
}
