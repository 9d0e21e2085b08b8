package org.jingzhun.funding.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;

/** The grades that were published, for allocations to read. */
@ApplicationScoped
public class PublishedGrades {

    private final Database database;

    PublishedGrades(Database database) {
        this.database = database;
    }

    /** Grade by division code, of one year and within the caller's area. */
    public Map<Long, String> list(Area area, int year) {
        var grades = new TreeMap<Long, String>();
        database.list(
                        "select division, grade from performance_evaluation where stage = 'PUBLISHED' and year = ?"
                                + " and division between ? and ?",
                        row -> Map.entry(row.getLong("division"), row.getString("grade")),
                        year,
                        area.from(),
                        area.to())
                .forEach(grade -> grades.put(grade.getKey(), grade.getValue()));
        return grades;
    }
}
