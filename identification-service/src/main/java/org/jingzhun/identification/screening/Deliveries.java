package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the deliveries that come with imports of departments' records. The same source, day and area is the same
 * delivery, however many files it came in.
 */
@ApplicationScoped
class Deliveries {

    private static final String KEEP = """
            insert into dataset (id, source, as_of, received_at, period_from, period_to, area_from, area_to, delivered_by,
                                 semantics)
            select distinct on (s.source, s.as_of, s.area_from, s.area_to)
                   uuidv7(), s.source, s.as_of, cast(? as timestamptz), cast(? as date), cast(? as date), s.area_from,
                   s.area_to, ?, s.semantics
            from staged_asset_record s where %s
            on conflict do nothing
            """.formatted(Lines.CONDITION);
    private static final String KEEP_AREA = """
            insert into dataset_area (dataset_id, area_from, area_to)
            select distinct d.id, cast(? as bigint), cast(? as bigint)
            from dataset d
            join staged_asset_record s on d.source = s.source and d.as_of = s.as_of and d.area_from = s.area_from
              and d.area_to = s.area_to
            where %s
            on conflict do nothing
            """.formatted(Lines.CONDITION);
    private static final String COUNT = """
            update dataset d set records = counted.records, matched = counted.matched
            from (select r.dataset_id, count(*) as records, count(m.id) as matched
                  from asset_record r left join member m on m.id_hash = r.id_hash
                  where r.dataset_id in (
                    select k.id from dataset k
                    join staged_asset_record s on k.source = s.source and k.as_of = s.as_of
                      and k.area_from = s.area_from and k.area_to = s.area_to
                    where %s)
                  group by r.dataset_id) counted
            where d.id = counted.dataset_id and (d.records, d.matched) is distinct from (counted.records, counted.matched)
            """.formatted(Lines.CONDITION);

    /** What older deliveries told of the same area and this complete one does not is gone since its day. */
    private static final String CLOSE = """
            update asset_record r set closed_on = d.as_of, closed_by = d.id
            from dataset d
            where d.id in (
                select k.id from dataset k
                join staged_asset_record s on k.source = s.source and k.as_of = s.as_of
                  and k.area_from = s.area_from and k.area_to = s.area_to
                where %s)
              and d.semantics = 'COMPLETE' and r.source = d.source and r.area_from = d.area_from and r.area_to = d.area_to
              and r.dataset_id is distinct from d.id and r.closed_on is null
              and not exists (select from dataset told where told.id = r.dataset_id and told.as_of > d.as_of)
            """.formatted(Lines.CONDITION);

    private final CurrentCaller caller;
    private final Clock clock;

    Deliveries(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What the parameters of an import tell of its delivery.
     *
     * @param covered the divisions that it covers whole
     */
    record Told(
            DeliverySemantics semantics,
            LocalDate asOf,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            List<Area> covered) {}

    /** @throws org.jingzhun.chassis.http.ProblemException 400 when a day is none or in the future, or a division foreign */
    Told told(ImportParameters parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        LocalDate asOf = day(parameters, "asOf", today);
        LocalDate from = day(parameters, "periodFrom", today);
        LocalDate to = day(parameters, "periodTo", today);
        if (from != null && to != null && from.isAfter(to)) {
            throw invalid("periodTo", "periodFrom .. " + today);
        }
        List<Area> covered = new ArrayList<>();
        String divisions = parameters.find("divisions").orElse("");
        Area own = caller.get().area();
        for (String division : divisions.isEmpty() ? new String[0] : divisions.split(",", -1)) {
            if (!division.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") || !own.covers(Area.ofPrefix(division))) {
                throw invalid("divisions", "%012d .. %012d".formatted(own.from(), own.to()));
            }
            covered.add(Area.ofPrefix(division));
        }
        DeliverySemantics semantics = parameters.find("semantics").isEmpty()
                ? DeliverySemantics.INCREMENT
                : parameters.get("semantics", DeliverySemantics.class);
        return new Told(semantics, asOf == null ? today : asOf, from, to, covered.isEmpty() ? List.of(own) : covered);
    }

    private static @Nullable LocalDate day(ImportParameters parameters, String name, LocalDate today) {
        String text = parameters.find(name).orElse(null);
        if (text == null) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw invalid(name, "2000-01-01 .. " + today);
        }
        if (day.isAfter(today)) {
            throw invalid(name, "2000-01-01 .. " + today);
        }
        return day;
    }

    private static RuntimeException invalid(String name, String permitted) {
        return Problem.of(400, "import-parameter-invalid", name, permitted).asException();
    }

    /** Puts in the deliveries of staged lines that are not known yet, with what they cover. */
    void keep(Connection connection, Lines lines) throws SQLException {
        Told told = told(lines.parameters());
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            keep.setObject(2, told.periodFrom(), Types.DATE);
            keep.setObject(3, told.periodTo(), Types.DATE);
            keep.setString(4, caller.get().name());
            lines.bind(keep, 5);
            keep.executeUpdate();
        }
        try (PreparedStatement keep = connection.prepareStatement(KEEP_AREA)) {
            for (Area area : told.covered()) {
                keep.setLong(1, area.from());
                keep.setLong(2, area.to());
                lines.bind(keep, 3);
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }

    /**
     * Closes what complete deliveries among the staged lines no longer tell.
     *
     * @return how many records
     */
    int close(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
            lines.bind(close, 1);
            return close.executeUpdate();
        }
    }

    /** Counts the records of the deliveries that staged lines belong to. */
    void count(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            lines.bind(count, 1);
            count.executeUpdate();
        }
    }
}
