package org.jingzhun.chassis.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Traces;
import org.jspecify.annotations.Nullable;

/** Records who did or saw what, in the transaction in which it happens. */
@ApplicationScoped
public class Audit {

    private static final String INSERT = "insert into audit (subject, name, roles, action, object_type, object_id,"
            + " division, reason, remote, trace, details) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final CurrentVertxRequest requests;
    private final ObjectMapper json;

    Audit(AgroalDataSource database, CurrentCaller caller, CurrentVertxRequest requests, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.requests = requests;
        this.json = json;
    }

    /** To be called within the transaction of what is recorded; joins it, or makes one of its own for a mere read. */
    @Transactional
    public void record(AuditEntry entry) {
        recordAll(List.of(entry));
    }

    /** The same for many at once. */
    @Transactional
    public void recordAll(List<AuditEntry> entries) {
        write(entries.stream().map(this::attribute).toList());
    }

    /**
     * An entry with who does it and from where, to be written later by {@link #write}: for work that is done for several
     * requests in one transaction.
     */
    public Attributed attribute(AuditEntry entry) {
        RoutingContext exchange = Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
        return new Attributed(
                entry,
                caller.get(),
                exchange == null ? null : remote(exchange),
                exchange == null ? null : Traces.of(exchange));
    }

    /** Who did it, and from where. */
    public record Attributed(
            AuditEntry entry,
            Caller acting,
            @Nullable String remote,
            @Nullable String trace) {

        /** The same about an object whose id was not known before. */
        public Attributed about(Object objectId) {
            var named = new AuditEntry(
                    entry.action(),
                    entry.objectType(),
                    objectId.toString(),
                    entry.division(),
                    entry.reason(),
                    entry.details());
            return new Attributed(named, acting, remote, trace);
        }
    }

    /** Records what was attributed before. */
    @Transactional
    public void write(List<Attributed> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Attributed attributed : entries) {
                AuditEntry entry = attributed.entry();
                Caller acting = attributed.acting();
                statement.setString(1, acting.subject());
                statement.setString(2, acting.name());
                statement.setArray(
                        3, connection.createArrayOf("text", acting.roles().toArray()));
                statement.setString(4, entry.action());
                statement.setString(5, entry.objectType());
                statement.setString(6, entry.objectId());
                statement.setLong(7, entry.division() == null ? acting.area().from() : entry.division());
                statement.setString(8, entry.reason());
                statement.setString(9, attributed.remote());
                statement.setString(10, attributed.trace());
                statement.setString(11, json.writeValueAsString(entry.details()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("What happened could not be recorded, so it must not happen", failure);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Details of an audit entry must become JSON", failure);
        }
    }

    private static @Nullable String remote(RoutingContext exchange) {
        SocketAddress address = exchange.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
