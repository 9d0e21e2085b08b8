package org.jingzhun.identification.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.division.DivisionCode;

/** Counts the register anew from its history and compares, or puts the counts right (复核统计数). */
@ApplicationScoped
public class Recounting {

    private static final String FAULTS = "select * from register_count_faults(?, ?) order by 2, 1, 3, 4 limit ?";

    private final AgroalDataSource database;

    Recounting(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A count that is not what the history says.
     *
     * @param dimension STATUS, FLOW, CAUSE, ETHNICITY (of the head) or MEMBERS
     * @param villageCode 12 digits
     * @param code status, kind of transition, main cause or ethnic group
     * @param year whose changes differ
     * @param counted by which the counts changed in that year
     * @param recounted by which they should have
     */
    public record Fault(
            String dimension, String villageCode, String code, int year, Headcount counted, Headcount recounted) {}

    /** @param limit how many faults are enough, 1 or more */
    @Transactional
    public List<Fault> faults(Area area, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement fold = connection.prepareStatement("select fold_register_counts()");
                PreparedStatement select = connection.prepareStatement(FAULTS)) {
            fold.execute();
            select.setLong(1, area.from());
            select.setLong(2, area.to());
            select.setInt(3, limit);
            List<Fault> faults = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    faults.add(new Fault(
                            row.getString("dimension"),
                            DivisionCode.text(row.getLong("village_code")),
                            row.getString("code"),
                            row.getInt("year"),
                            new Headcount(row.getLong("counted_households"), row.getLong("counted_persons")),
                            new Headcount(row.getLong("recounted_households"), row.getLong("recounted_persons"))));
                }
            }
            return faults;
        } catch (SQLException failure) {
            throw new IllegalStateException("the register could not be recounted", failure);
        }
    }

    /**
     * Makes the counts of an area anew; whoever changes its register waits meanwhile.
     *
     * @return households on its register
     */
    @Transactional
    public long repair(Area area) {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("select recount_register(?, ?)")) {
            call.setLong(1, area.from());
            call.setLong(2, area.to());
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("counts could not be made anew", failure);
        }
    }
}
