package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often a loan's interest falls due (结息周期): on the 20th, as banks in China settle. */
public enum Every {
    MONTH(1),
    QUARTER(3),
    YEAR(12),

    /** Once, with the principal (到期一次还本付息). */
    END(0);

    private static final int SETTLING_DAY = 20;

    private final int months;

    Every(int months) {
        this.months = months;
    }

    /** Days on which something falls due: after the first day, up to the last, which is always among them. */
    List<LocalDate> listDays(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        if (months > 0) {
            for (var month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
                var day = month.withDayOfMonth(SETTLING_DAY);
                if (month.getMonthValue() % months == 0 && day.isAfter(from) && day.isBefore(to)) {
                    days.add(day);
                }
            }
        }
        days.add(to);
        return days;
    }
}
