package org.jingzhun.chassis.parcel;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;

/** Makes a thing, once for each key. */
@Path("/v1/once")
@RolesAllowed("county-officer")
public class OnceResource {

    public record Request(String name) {}

    public record Made(UUID id, String name) {}

    private final AgroalDataSource database;

    OnceResource(AgroalDataSource database) {
        this.database = database;
    }

    @POST
    @Idempotent
    @Transactional
    public Response make(Request request) throws SQLException {
        Made made = make(request.name());
        return Response.created(URI.create("/v1/once/" + made.id()))
                .tag("1")
                .entity(made)
                .build();
    }

    @POST
    @Path("plain")
    @Idempotent
    @Transactional
    public Made makePlain(@QueryParam("suffix") String suffix, Request request) throws SQLException {
        return make(request.name() + suffix);
    }

    public record Note(String note) {}

    public record Noted(int characters) {}

    @PUT
    @Path("noted")
    @Idempotent
    @Transactional
    public Noted note(Note note) {
        return new Noted(note.note().length());
    }

    private Made make(String name) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into once values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
        }
        if (name.startsWith("refused")) {
            throw Problem.of(422, "bad-request", name).asException();
        }
        return new Made(id, name);
    }
}
