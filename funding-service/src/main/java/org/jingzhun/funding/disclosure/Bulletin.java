package org.jingzhun.funding.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.caller.Area;

/**
 * What no single decision announces (定期公告): sums over loans, aid and spending, which are made from time to time. What
 * was announced before in the same words is not announced again.
 */
public interface Bulletin {

    /** Its name among the bulletins. */
    String name();

    /** Counties that lie wholly within an area and have something to announce. */
    List<Long> listCounties(Area area);

    /** All that is to be known of a county on a day. */
    List<Announcement> list(long county, LocalDate day);
}
