package org.jingzhun.funding.yearend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jingzhun.funding.codelist.DataFile;

/** All classes of idle money, from {@code data/idle-bands.csv}. */
@ApplicationScoped
public class IdleBands {

    private final List<IdleBand> bands = DataFile.read(
            "idle-bands.csv",
            row -> new IdleBand(
                    row.getField("band"),
                    Integer.parseInt(row.getField("fromYears")),
                    Boolean.parseBoolean(row.getField("reclaimed")),
                    LocalDate.parse(row.getField("validFrom")),
                    DataFile.dateOrNull(row.getField("validTo")),
                    row.getField("source")));

    /** Those that hold on a day, the youngest money first. */
    public List<IdleBand> listOn(LocalDate day) {
        return bands.stream()
                .filter(band -> band.holdsOn(day))
                .sorted(Comparator.comparingInt(IdleBand::fromYears))
                .toList();
    }

    /** @throws IllegalStateException if money of that age has no class on the day */
    IdleBand get(int age, LocalDate day) {
        return listOn(day).reversed().stream()
                .filter(band -> band.fromYears() <= age)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Money of " + age + " years must have a class on " + day + " in data/idle-bands.csv"));
    }
}
