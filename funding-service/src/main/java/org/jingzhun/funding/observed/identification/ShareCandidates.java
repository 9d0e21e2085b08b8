package org.jingzhun.funding.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;

/** Registered households as far as it matters for who may hold shares or be helped by a fund. */
@ApplicationScoped
public class ShareCandidates {

    private static final String COLUMNS = "select id, village_code, status, labourers from observed_household ";
    private static final String POOR = COLUMNS + """
            where village_code between ? and ? and status in ('POOR', 'RETURNED') order by id
            """;
    private static final String BY_ID = COLUMNS + "where id = any(?::uuid[]) order by id";

    private final Database database;

    ShareCandidates(Database database) {
        this.database = database;
    }

    /**
     * A household on the register.
     *
     * @param poor whether it counts as poor today
     * @param withoutLabour whether none of its members can work; false while that is not known
     */
    public record Registered(UUID id, long village, String status, boolean poor, boolean withoutLabour) {}

    /** The poor ones of an area, in the order of their ids. */
    public List<Registered> listPoor(Area area) {
        return database.list(POOR, ShareCandidates::read, area.from(), area.to());
    }

    /** Those of these ids that are known and within the caller's area. */
    public List<Registered> list(Collection<UUID> ids) {
        return database.list(BY_ID, ShareCandidates::read, (Object)
                ids.stream().map(UUID::toString).toArray());
    }

    private static Registered read(ResultSet row) throws SQLException {
        var status = row.getString("status");
        int labourers = row.getInt("labourers");
        boolean known = !row.wasNull();
        return new Registered(
                row.getObject("id", UUID.class),
                row.getLong("village_code"),
                status,
                status.equals("POOR") || status.equals("RETURNED"),
                known && labourers == 0);
    }
}
