package org.jingzhun.chassis.thing;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;
import org.jspecify.annotations.Nullable;

/** Rows and their projection. */
@ApplicationScoped
public class Things implements Projection<Thing> {

    public static final String TOPIC = "chassis.things";
    public static final String CHANGED = "org.jingzhun.chassis.thing-changed";

    private static final GuardedUpsert<Thing> UPSERT = GuardedUpsert.<Thing>into("thing")
            .key("id", "uuid", Thing::id)
            .column("village_code", "bigint", Thing::villageCode)
            .column("name", "text", Thing::name)
            .guardedBy(Thing::revision);

    private final AgroalDataSource database;
    private final Projecting projecting;

    Things(AgroalDataSource database, Projecting projecting) {
        this.database = database;
        this.projecting = projecting;
    }

    @Incoming("things")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public EventTypes<Thing> types() {
        return EventTypes.all(Thing.class, CHANGED);
    }

    @Override
    public Object keyOf(Thing event) {
        return event.id();
    }

    @Override
    public long revisionOf(Thing event) {
        return event.revision();
    }

    @Override
    public void apply(List<Thing> batch) {
        UPSERT.apply(database, batch);
    }

    @Transactional
    public Slice<Thing> list(@Nullable Cursor after, int limit) {
        return Slice.of(read(after, limit + 1), limit, thing -> Cursor.of(thing.id()));
    }

    /** Everything that the current transaction, if any, lets the caller see. */
    public List<Thing> read(@Nullable Cursor after, int limit) {
        String select = "select * from thing where (?::uuid is null or id > ?) order by id limit ?";
        UUID behind = after == null ? null : after.id(0);
        return query(select, behind, behind, limit);
    }

    private List<Thing> query(String select, @Nullable Object... arguments) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(select)) {
            for (int argument = 0; argument < arguments.length; argument++) {
                query.setObject(argument + 1, arguments[argument]);
            }
            List<Thing> things = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    things.add(new Thing(
                            row.getObject("id", UUID.class),
                            row.getLong("village_code"),
                            row.getString("name"),
                            row.getLong("revision")));
                }
            }
            return things;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Transactional
    public List<Thing> find(List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> query("select * from thing where id = ?", id).stream())
                .toList();
    }

    @Transactional
    public void put(Thing thing) {
        apply(List.of(thing));
    }

    /** Without asking whether it is there. */
    @Transactional
    public void insert(Thing thing) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into thing (id, village_code, name, revision) values (?, ?, ?, ?)")) {
            insert.setObject(1, thing.id());
            insert.setLong(2, thing.villageCode());
            insert.setString(3, thing.name());
            insert.setLong(4, thing.revision());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
