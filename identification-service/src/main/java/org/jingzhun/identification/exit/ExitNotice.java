package org.jingzhun.identification.exit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of exits as it hangs in the place (退出公示).
 *
 * @param division 12 digits: the village of the households, the village, or the county
 * @param name of the division
 * @param since the day on which it was put up
 * @param until the last day on which it stands
 * @param rows households in four columns and nothing else; none where the division itself leaves
 */
public record ExitNotice(
        Subject subject,
        String division,
        @Nullable String name,
        int year,
        LocalDate since,
        LocalDate until,
        List<Row> rows) {

    /**
     * @param number 1, 2 and so on
     * @param householder masked as configured
     */
    public record Row(int number, String hamlet, String householder, int persons) {}

    public ExitNotice {
        rows = List.copyOf(rows);
    }
}
