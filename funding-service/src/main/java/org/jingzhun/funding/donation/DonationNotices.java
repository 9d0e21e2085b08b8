package org.jingzhun.funding.donation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What everybody may see of donations with a receipt, also of those that went back; read through a view of the database. */
@ApplicationScoped
public class DonationNotices {

    private static final String LIST = """
            select * from donation_notice where county between ? and ?
              and (?::integer is null or extract(year from received_on) = ?::integer)
              and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;

    private final Database database;

    DonationNotices(Database database) {
        this.database = database;
    }

    /** In the order of their ids. */
    public List<DonationNotice> list(Area area, @Nullable Integer year, @Nullable UUID after, int limit) {
        return database.list(LIST, DonationNotices::read, area.from(), area.to(), year, year, after, after, limit);
    }

    private static DonationNotice read(ResultSet row) throws SQLException {
        return new DonationNotice(
                row.getObject("id", UUID.class),
                row.getString("receipt"),
                row.getLong("county"),
                row.getString("donor"),
                Donation.Form.valueOf(row.getString("form")),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("goods"),
                row.getString("purpose"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("returned"),
                Money.ofFen(row.getLong("used_fen")));
    }
}
