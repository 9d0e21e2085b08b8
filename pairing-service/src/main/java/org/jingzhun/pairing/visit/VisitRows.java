package org.jingzhun.pairing.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads visits from their rows. */
final class VisitRows {

    static final String SELECT = """
            select v.*, c.id as corrected_by, home.latitude as home_latitude, home.longitude as home_longitude
            from visit v
            left join visit c on c.corrects = v.id
            left join lateral (
              select latitude, longitude from visit f
              where f.household_id = v.household_id and f.latitude is not null and f.place is null
              order by f.visited_on, f.id limit 1) home on v.latitude is not null
            where\s""";

    private VisitRows() {}

    static Visit read(ResultSet row) throws SQLException {
        OffsetDateTime written = row.getObject("device_recorded_at", OffsetDateTime.class);
        return new Visit(
                row.getObject("id", UUID.class),
                facts(row),
                row.getLong("village_code"),
                row.getString("helper_name"),
                row.getObject("pairing_id", UUID.class),
                row.getObject("visited_on", LocalDate.class),
                instant(row.getObject("recorded_at", OffsetDateTime.class)),
                written == null ? null : instant(written),
                row.getObject("clock_offset_seconds", Long.class),
                row.getObject("corrected_by", UUID.class),
                Location.find(row.getBigDecimal("home_latitude"), row.getBigDecimal("home_longitude")));
    }

    private static VisitFacts facts(ResultSet row) throws SQLException {
        String[] items = texts(row, "income_items");
        Long[] fen = (Long[]) row.getArray("income_fen").getArray();
        String[] kinds = texts(row, "need_kinds");
        String[] needs = texts(row, "need_texts");
        return new VisitFacts(
                row.getObject("helper_id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getObject("said_on", LocalDate.class),
                row.getString("place"),
                row.getString("content"),
                Arrays.stream(texts(row, "risks")).map(Risk::valueOf).collect(Collectors.toSet()),
                IntStream.range(0, items.length)
                        .mapToObj(each -> new VisitFacts.IncomeItem(items[each], fen[each]))
                        .toList(),
                row.getString("policies_explained"),
                IntStream.range(0, kinds.length)
                        .mapToObj(each -> new VisitFacts.Need(NeedKind.valueOf(kinds[each]), needs[each]))
                        .toList(),
                List.of(texts(row, "photos")),
                Location.find(row.getBigDecimal("latitude"), row.getBigDecimal("longitude")),
                confirmation(row),
                row.getObject("corrects", UUID.class));
    }

    private static @Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        String by = row.getString("confirmed_by");
        return by == null
                ? null
                : new Confirmation(
                        Confirmation.By.valueOf(by), row.getString("confirmation_sha256"), row.getString("witness"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
