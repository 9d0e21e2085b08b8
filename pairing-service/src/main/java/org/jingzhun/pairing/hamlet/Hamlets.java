package org.jingzhun.pairing.hamlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All hamlets that were told of. */
@ApplicationScoped
public class Hamlets {

    private static final String LIST = """
            select village_code::text, name, latitude, longitude, neighbours, revision from hamlet
            where village_code between ? and ? and (village_code, name) > (?, ?) order by village_code, name limit ?
            """;

    private final Database database;

    Hamlets(Database database) {
        this.database = database;
    }

    /** By village and name. */
    public Slice<HamletFacts> list(Area area, @Nullable Cursor after, int limit) {
        List<HamletFacts> rows = database.list(
                LIST,
                Hamlets::row,
                area.from(),
                area.to(),
                after == null ? 0L : after.number(0),
                after == null ? "" : after.text(1),
                limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(Long.parseLong(last.villageCode()), last.name()));
    }

    private static HamletFacts row(ResultSet row) throws SQLException {
        return new HamletFacts(
                row.getString("village_code"),
                row.getString("name"),
                row.getBigDecimal("latitude"),
                row.getBigDecimal("longitude"),
                List.of((String[]) row.getArray("neighbours").getArray()),
                row.getLong("revision"));
    }
}
