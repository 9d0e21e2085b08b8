package org.jingzhun.funding.observed.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;

/** Counts the first secretaries (第一书记) on duty, as far as the caller's area reaches. */
@ApplicationScoped
public class FirstSecretaries {

    private static final String COUNT = """
            select village_code / ? * ? as code, count(*) from observed_first_secretary
            where village_code between ? and ? and on_duty(since, until, handed_over, ?) group by 1
            """;

    private final Database database;

    FirstSecretaries(Database database) {
        this.database = database;
    }

    /**
     * The day by which a year's heads are counted: today, or of another year the day of it that is nearest.
     *
     * @param year for which the money is given
     */
    public static LocalDate dayOf(int year, LocalDate today) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (today.isBefore(first)) {
            return first;
        }
        return today.isAfter(last) ? last : today;
    }

    /**
     * By the divisions that have any; to be called in a transaction.
     *
     * @param span how many village codes a division of the level spans
     */
    public Map<Long, Long> count(Area area, long span, LocalDate day) {
        return database
                .list(COUNT, row -> Map.entry(row.getLong(1), row.getLong(2)), span, span, area.from(), area.to(), day)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
