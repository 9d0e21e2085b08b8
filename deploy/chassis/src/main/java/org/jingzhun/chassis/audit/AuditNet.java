package org.jingzhun.chassis.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jspecify.annotations.Nullable;

/**
 * Catches what nobody else records: a call that changes something, or is answered with personal data as the permission
 * matrix says, leaves an audit record of its own when its code has left none. That of a change is written in the
 * transaction of the change, before it commits; so there is no change without a record, whatever an endpoint forgets.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
class AuditNet implements ContainerRequestFilter, ContainerResponseFilter {

    /** The action of the records that the net writes. */
    static final String CALLED = "called";

    /** By now the transaction has written something. */
    private static final String WROTE = "select pg_catalog.pg_current_xact_id_if_assigned() is not null";

    private final Audit audit;
    private final Permissions permissions;
    private final CurrentVertxRequest requests;
    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final ResourceInfo resource;

    AuditNet(
            Audit audit,
            Permissions permissions,
            CurrentVertxRequest requests,
            AgroalDataSource database,
            TransactionSynchronizationRegistry transactions,
            ResourceInfo resource) {
        this.audit = audit;
        this.permissions = permissions;
        this.requests = requests;
        this.database = database;
        this.transactions = transactions;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getMethod();
        String path = Endpoints.path(resource.getResourceClass(), resource.getResourceMethod());
        Optional<Permission> permission = permissions.find(method, path);
        permission.ifPresent(each -> Purpose.require(each, requests.getCurrent()));
        boolean watched = permission.map(Permission::isAudited).orElse(!method.equals("GET"));
        if (watched) {
            AuditedCall.begin(
                    requests.getCurrent(),
                    method + " " + path,
                    request.getUriInfo().getPath());
        }
    }

    void onTransactionStart(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        AuditedCall call = current();
        if (call == null || call.isRead()) {
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (!call.isRecorded() && hasWritten()) {
                    audit.record(entry(call));
                }
            }

            @Override
            public void afterCompletion(int status) {
                // what was rolled back did not happen
            }
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        AuditedCall call = current();
        boolean answered = response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
        if (call != null && answered && !call.isRecorded()) {
            audit.record(entry(call));
        }
        if (call != null) {
            call.answer();
        }
    }

    private @Nullable AuditedCall current() {
        RoutingContext exchange = Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
        return exchange == null ? null : AuditedCall.of(exchange);
    }

    private static AuditEntry entry(AuditedCall call) {
        return AuditEntry.of(CALLED, call.endpoint(), call.path());
    }

    private boolean hasWritten() {
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WROTE)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("What happened could not be recorded, so it must not happen", failure);
        }
    }
}
