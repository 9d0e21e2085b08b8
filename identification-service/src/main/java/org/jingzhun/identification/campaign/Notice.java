package org.jingzhun.identification.campaign;

import java.time.LocalDate;
import java.util.List;

/**
 * A list as it hangs in the village (公示): four columns and nothing else.
 *
 * @param villageCode 12 digits
 * @param since the day on which it was put up
 * @param until the last day on which it stands
 */
public record Notice(String villageCode, int year, Stage stage, LocalDate since, LocalDate until, List<Row> rows) {

    /**
     * @param number 1, 2 and so on
     * @param householder masked as configured
     */
    public record Row(int number, String hamlet, String householder, int persons) {}

    public Notice {
        rows = List.copyOf(rows);
    }
}
