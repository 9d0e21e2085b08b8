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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Traces;
import org.jspecify.annotations.Nullable;

/** Records who did or saw what, in the transaction in which it happens. */
@ApplicationScoped
public class Audit {

    /** Rows as columns; the roles as array literals, because arrays of arrays would have to be of one length. */
    private static final String INSERT = """
            insert into audit (subject, name, roles, action, object_type, object_id, division, reason, remote, trace, details)
            select subject, name, roles::text[], action, object_type, object_id, division, reason, remote, trace, details::jsonb
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                   ?::text[], ?::text[]) with ordinality
                 a (subject, name, roles, action, object_type, object_id, division, reason, remote, trace, details, nth)
            order by nth
            """;

    private static final int DIVISION = 6;

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final CurrentVertxRequest requests;
    private final ObjectMapper json;
    private final Readings readings;

    Audit(
            AgroalDataSource database,
            CurrentCaller caller,
            CurrentVertxRequest requests,
            ObjectMapper json,
            Readings readings) {
        this.database = database;
        this.caller = caller;
        this.requests = requests;
        this.json = json;
        this.readings = readings;
    }

    /**
     * To be called within the transaction of what is recorded, and joins it. A call that only reads is recorded with others
     * that read at the same time, and waits for it before it answers.
     */
    public void record(AuditEntry entry) {
        RoutingContext exchange = exchange();
        AuditedCall call = exchange == null ? null : AuditedCall.of(exchange);
        if (call != null && call.mayWait()) {
            call.waitsFor(readings.write(attribute(entry)));
        } else {
            recordAll(List.of(entry));
        }
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
        RoutingContext exchange = exchange();
        String purpose = exchange == null ? null : Purpose.of(exchange);
        expect();
        return new Attributed(
                entry.reason() == null ? entry.because(purpose) : entry,
                caller.get(),
                exchange == null ? null : remote(exchange),
                exchange == null ? null : Traces.of(exchange));
    }

    /** Whether the present call says why; its records do, then. */
    public boolean hasPurpose() {
        RoutingContext exchange = exchange();
        return exchange != null && Purpose.of(exchange) != null;
    }

    /** A record of the present call will be written: the answer must not wait for it. */
    void expect() {
        RoutingContext exchange = exchange();
        if (exchange != null) {
            AuditedCall.recorded(exchange);
        }
    }

    private @Nullable RoutingContext exchange() {
        return Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
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

        /** The same with what shows only later. */
        public Attributed with(String detail, Object value) {
            return new Attributed(entry.with(detail, value), acting, remote, trace);
        }
    }

    /** Records what was attributed before, in one statement. */
    @Transactional
    public void write(List<Attributed> entries) {
        insert(entries);
    }

    /** The same in one statement that is a transaction of its own when there is none. */
    void insert(List<Attributed> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            List<Function<Attributed, @Nullable Object>> columns = List.of(
                    a -> a.acting().subject(),
                    a -> a.acting().name(),
                    a -> literal(a.acting().roles()),
                    a -> a.entry().action(),
                    a -> a.entry().objectType(),
                    a -> a.entry().objectId(),
                    a -> a.entry().division() == null
                            ? (Long) a.acting().area().from()
                            : a.entry().division(),
                    a -> a.entry().reason(),
                    Attributed::remote,
                    Attributed::trace,
                    a -> details(a.entry()));
            for (int c = 0; c < columns.size(); c++) {
                statement.setArray(
                        c + 1,
                        connection.createArrayOf(
                                c == DIVISION ? "bigint" : "text",
                                entries.stream().map(columns.get(c)).toArray()));
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("What happened could not be recorded, so it must not happen", failure);
        }
    }

    private static String literal(Set<String> roles) {
        return roles.stream()
                .map(role -> '"' + role.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String details(AuditEntry entry) {
        if (entry.details().isEmpty()) {
            return "{}";
        }
        try {
            return json.writeValueAsString(entry.details());
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Details of an audit entry must become JSON", failure);
        }
    }

    private static @Nullable String remote(RoutingContext exchange) {
        SocketAddress address = exchange.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
