package org.jingzhun.chassis.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
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
        Caller acting = caller.get();
        RoutingContext exchange = requests.getCurrent();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (AuditEntry entry : entries) {
                statement.setString(1, acting.subject());
                statement.setString(2, acting.name());
                statement.setArray(
                        3, connection.createArrayOf("text", acting.roles().toArray()));
                statement.setString(4, entry.action());
                statement.setString(5, entry.objectType());
                statement.setString(6, entry.objectId());
                statement.setLong(7, entry.division() == null ? acting.area().from() : entry.division());
                statement.setString(8, entry.reason());
                statement.setString(9, exchange == null ? null : remote(exchange));
                statement.setString(10, exchange == null ? null : Traces.of(exchange));
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
