package org.jingzhun.pairing.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** The photos that visits name, as far as they have come. */
@ApplicationScoped
public class VisitPhotos {

    private final Database database;

    VisitPhotos(Database database) {
        this.database = database;
    }

    private record Key(UUID household, String sha256) {}

    private record Taken(Key key, Instant at, @Nullable Location location) {}

    /**
     * By the visit's id, in the order in which each names them; within the caller's transaction and area.
     *
     * @param farMetres from which on a photo is far from its visit
     */
    public Map<UUID, List<VisitPhoto>> of(Collection<Visit> visits, int farMetres) {
        List<Visit> naming = visits.stream()
                .filter(visit -> !visit.facts().photos().isEmpty())
                .toList();
        Map<Key, Taken> taken = naming.isEmpty() ? Map.of() : taken(naming);
        Map<UUID, List<VisitPhoto>> photos = new HashMap<>();
        for (Visit visit : naming) {
            photos.put(
                    visit.id(),
                    visit.facts().photos().stream()
                            .map(sha256 -> photo(
                                    visit,
                                    sha256,
                                    taken.get(new Key(visit.facts().householdId(), sha256)),
                                    farMetres))
                            .toList());
        }
        return photos;
    }

    private static VisitPhoto photo(Visit visit, String sha256, @Nullable Taken taken, int farMetres) {
        return taken == null
                ? VisitPhoto.missing(sha256)
                : VisitPhoto.of(visit, sha256, taken.at(), taken.location(), farMetres);
    }

    private Map<Key, Taken> taken(List<Visit> naming) {
        Map<Key, Taken> taken = new HashMap<>();
        database.list(
                        "select household_id, sha256, taken_at, latitude, longitude from photo"
                                + " where household_id = any(?::uuid[]) and sha256 = any(?)",
                        VisitPhotos::read,
                        texts(naming.stream().map(visit -> visit.facts().householdId())),
                        texts(naming.stream().flatMap(visit -> visit.facts().photos().stream())))
                .forEach(photo -> taken.put(photo.key(), photo));
        return taken;
    }

    private static Taken read(ResultSet row) throws SQLException {
        return new Taken(
                new Key(row.getObject(1, UUID.class), row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Location.find(row.getBigDecimal(4), row.getBigDecimal(5)));
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).distinct().toArray(String[]::new);
    }
}
