package org.jingzhun.funding.donation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All donations within the caller's area. */
@ApplicationScoped
public class Donations {

    private static final String INSERT = """
            insert into donation (id, county, donor_kind, donor_name, name_hidden, form, amount_fen, goods, purpose, fund_id,
              received_on, document_number, stage, created_by, created_at, version)
            values (?, ?, ?, ?::text, ?, ?, ?, ?::text, ?, ?::uuid, ?, ?, 'RECORDED', ?, ?, 0)
            """;
    private static final String MOVE = """
            update donation set stage = ?, receipt_number = ?::bigint, receipted_on = ?::date, source_id = ?::uuid,
              entry_id = ?::uuid, version = version + 1 where id = ?
            """;
    private static final String LIST = """
            select * from donation where county between ? and ? and (?::integer is null or extract(year from received_on) = ?::integer)
              and (?::text is null or stage = ?::text) and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;
    private static final String DELIVER = """
            insert into donation_delivery (id, donation_id, county, village_code, value_fen, description, delivered_on,
              document_number, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** First key of the advisory lock; the county is the second. */
    private static final int LOCK = 0x646f6e61;

    private static final long COUNTY = 1_000_000;

    private final Database database;

    Donations(Database database) {
        this.database = database;
    }

    public Optional<Donation> find(UUID id) {
        return database.find("select * from donation where id = ?", Donations::read, id);
    }

    /** @throws DonationRefusal.Unknown if there is none within the caller's area */
    public Donation get(UUID id) {
        return find(id).orElseThrow(() -> new DonationRefusal.Unknown(id));
    }

    Donation lock(UUID id) {
        return database.find("select * from donation where id = ? for update", Donations::read, id)
                .orElseThrow(() -> new DonationRefusal.Unknown(id));
    }

    /** In the order of their ids. */
    public List<Donation> list(
            Area area, @Nullable Integer year, @Nullable DonationStage stage, @Nullable UUID after, int limit) {
        var name = stage == null ? null : stage.name();
        return database.list(
                LIST, Donations::read, area.from(), area.to(), year, year, name, name, after, after, limit);
    }

    /** The next number of the county's receipts; kept from others until the transaction ends, so that none is left out. */
    long nextReceipt(long county) {
        var locked = database.list("select pg_advisory_xact_lock(?, ?)", row -> county, LOCK, (int) (county / COUNTY));
        return database.list(
                        "select coalesce(max(receipt_number), 0) + 1 from donation where county = ?",
                        row -> row.getLong(1),
                        locked.getFirst())
                .getFirst();
    }

    void insert(Donation d, String by, Instant now) {
        var unused = database.execute(
                INSERT,
                d.id(),
                d.county(),
                d.donor().kind().name(),
                d.donor().name(),
                d.donor().nameHidden(),
                d.form().name(),
                d.amount().fen(),
                d.goods(),
                d.purpose(),
                d.fundId(),
                d.receivedOn(),
                d.documentNumber(),
                by,
                now);
    }

    void move(Donation d, DonationStage to) {
        database.execute(MOVE, to.name(), d.receiptNumber(), d.receiptedOn(), d.sourceId(), d.entryId(), d.id());
    }

    void deliver(Donation donation, Delivery delivery, String by, Instant now) {
        database.execute(
                DELIVER,
                delivery.id(),
                donation.id(),
                donation.county(),
                delivery.village(),
                delivery.value().fen(),
                delivery.description(),
                delivery.deliveredOn(),
                delivery.documentNumber(),
                by,
                now);
        database.execute(
                "update donation set delivered_fen = delivered_fen + ?, version = version + 1 where id = ?",
                delivery.value().fen(),
                donation.id());
    }

    /** In the order in which they were recorded. */
    public List<Delivery> listDeliveries(UUID donation) {
        return database.list(
                "select * from donation_delivery where donation_id = ? order by id",
                row -> new Delivery(
                        row.getObject("id", UUID.class),
                        row.getLong("village_code"),
                        Money.ofFen(row.getLong("value_fen")),
                        row.getString("description"),
                        row.getObject("delivered_on", LocalDate.class),
                        row.getString("document_number")),
                donation);
    }

    private static Donation read(ResultSet row) throws SQLException {
        return new Donation(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                new Donor(
                        Donor.Kind.valueOf(row.getString("donor_kind")),
                        row.getString("donor_name"),
                        row.getBoolean("name_hidden")),
                Donation.Form.valueOf(row.getString("form")),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("goods"),
                row.getString("purpose"),
                row.getObject("fund_id", UUID.class),
                row.getObject("received_on", LocalDate.class),
                row.getString("document_number"),
                DonationStage.valueOf(row.getString("stage")),
                row.getObject("receipt_number", Long.class),
                row.getObject("receipted_on", LocalDate.class),
                row.getObject("source_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                Money.ofFen(row.getLong("delivered_fen")),
                row.getLong("version"));
    }
}
