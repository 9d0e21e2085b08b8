package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.jingzhun.identification.monitoring.judging.Judging;
import org.jingzhun.identification.monitoring.judging.RecordedIncome;
import org.jingzhun.identification.monitoring.judging.Stability;
import org.jingzhun.identification.monitoring.judging.YearBefore;
import org.jingzhun.identification.monitoring.judging.YearLine;
import org.jingzhun.identification.povertyline.PovertyLine;
import org.jingzhun.identification.povertyline.PovertyLines;
import org.jingzhun.identification.povertyline.Purpose;
import org.jspecify.annotations.Nullable;

/** Reads what households earned in the twelve months before a day, and the lines of its year. */
@ApplicationScoped
class YearsBefore {

    private static final String INCOMES = "select id, period_from, period_to, net_fen from income where ";
    private static final String STANDING = INCOMES
            + "household_id = :household and corrected_by is null and period_to >= :from and period_from < :until";
    private static final String NAMED = INCOMES + "id = any (:ids)";

    private final Session database;
    private final PovertyLines lines;

    YearsBefore(Session database, PovertyLines lines) {
        this.database = database;
        this.lines = lines;
    }

    /** @param persons 1 or more */
    YearBefore of(UUID household, int persons, LocalDate day) {
        return YearBefore.of(day, incomes(household, day.minusYears(1), day), persons);
    }

    /** At the day and a month, two months and so on before it. */
    Stability stability(MonitoringCase monitored, LocalDate day, long months, long leastCoveredDays) {
        List<RecordedIncome> incomes =
                incomes(monitored.householdId(), day.minusMonths(months).minusYears(1), day);
        return new Stability(
                Judging.RULES,
                LongStream.rangeClosed(0, months)
                        .mapToObj(day::minusMonths)
                        .map(point -> new Stability.Point(
                                point,
                                YearBefore.of(point, incomes, Math.max(1, monitored.persons())),
                                findLine(Purpose.MONITORING, point, monitored.villageCode())))
                        .toList(),
                leastCoveredDays);
    }

    /** The line of the year of a day; null when nobody has loaded it. */
    @Nullable
    YearLine findLine(Purpose purpose, LocalDate day, long place) {
        return lines.find(purpose, day.getYear(), place).map(YearsBefore::line).orElse(null);
    }

    private List<RecordedIncome> incomes(UUID household, LocalDate from, LocalDate until) {
        return database
                .createNativeQuery(STANDING, Tuple.class)
                .setParameter("household", household)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(YearsBefore::income)
                .toList();
    }

    /** The same twelve months computed again from the incomes that counted then, corrected since or not. */
    YearBefore again(YearBefore kept) {
        UUID[] ids = kept.shares().stream().map(YearBefore.Share::income).toArray(UUID[]::new);
        List<RecordedIncome> incomes =
                database.createNativeQuery(NAMED, Tuple.class).setParameter("ids", ids).getResultList().stream()
                        .map(YearsBefore::income)
                        .toList();
        return YearBefore.of(kept.to().plusDays(1), incomes, kept.persons());
    }

    private static RecordedIncome income(Tuple row) {
        return new RecordedIncome(
                row.get("id", UUID.class),
                row.get("period_from", LocalDate.class),
                row.get("period_to", LocalDate.class),
                row.get("net_fen", Long.class));
    }

    private static YearLine line(PovertyLine line) {
        return new YearLine(
                Objects.requireNonNull(line.id(), "id"),
                line.year(),
                line.division(),
                line.perHeadFen(),
                line.source());
    }
}
