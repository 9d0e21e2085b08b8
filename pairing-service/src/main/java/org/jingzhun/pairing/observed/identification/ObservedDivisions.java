package org.jingzhun.pairing.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;

/** The divisions that identification has told of. */
@ApplicationScoped
public class ObservedDivisions {

    private static final long COUNTY_WIDTH = 1_000_000;

    private final Database database;

    ObservedDivisions(Database database) {
        this.database = database;
    }

    /** Whether identification knows a village of this code. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isVillage(long code) {
        return exists("select from observed_division where code = ? and level = 'VILLAGE'", code);
    }

    /** Whether identification knows a village of this county; counties themselves need not be told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isCounty(long code) {
        return code % COUNTY_WIDTH == 0
                && exists(
                        "select from observed_division where code between ? and ? + 999999 and level = 'VILLAGE'",
                        code,
                        code);
    }

    /** Whether identification knows the place, or a village in it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isKnown(long code) {
        Area area = Area.ofPrefix(String.valueOf(code));
        return exists("select from observed_division where code between ? and ? limit 1", area.from(), area.to());
    }

    /** Whether the village or county was taken off the list of the poor (贫困村、贫困县摘帽). */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isDelisted(long code) {
        return exists("select from observed_division where code = ? and exited_on is not null", code);
    }

    /** Whether the place, or a village in it, is on the list of the poor, or has a poor household (未摘帽或有贫困户). */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isPoor(long code) {
        Area area = Area.ofPrefix(String.valueOf(code));
        return exists(
                        "select from observed_division where code between ? and ? and poor_village"
                                + " and exited_on is null limit 1",
                        area.from(),
                        area.to())
                || exists(
                        "select from observed_household where village_code between ? and ?"
                                + " and status in ('POOR', 'RETURNED') limit 1",
                        area.from(),
                        area.to());
    }

    private boolean exists(String query, Object... values) {
        return !database.list(query, _ -> true, values).isEmpty();
    }
}
