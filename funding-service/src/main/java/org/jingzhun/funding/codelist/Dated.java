package org.jingzhun.funding.codelist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds for a time (有效期). */
public interface Dated {

    LocalDate validFrom();

    /** Last day of validity, null while it goes on. */
    @Nullable
    LocalDate validTo();

    default boolean holdsOn(LocalDate day) {
        var to = validTo();
        return !day.isBefore(validFrom()) && (to == null || !day.isAfter(to));
    }

    /** Whether it holds on any day of a year. */
    default boolean holdsIn(int year) {
        var to = validTo();
        return validFrom().getYear() <= year && (to == null || to.getYear() >= year);
    }

    /** What holds on a day; of several the youngest. */
    static <T extends Dated> Optional<T> youngestOn(List<T> all, LocalDate day) {
        return all.stream().filter(each -> each.holdsOn(day)).max(Comparator.comparing(Dated::validFrom));
    }

    /** Rows of one set after the other, sets in the order of their first rows. */
    static <R, S> List<S> setsOf(List<R> rows, Function<R, String> code, Function<List<R>, S> set) {
        return rows.stream()
                .collect(Collectors.groupingBy(code, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(set)
                .toList();
    }
}
