package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list of monitoring as it hangs in the village (监测对象公示): four columns and nothing else.
 *
 * @param villageCode 12 digits
 * @param villageName null when nobody knows the village any more
 * @param since the day on which it was put up
 * @param until the last day on which it stands
 */
@Schema(name = "MonitoringNotice")
public record MonitoringNotice(
        Subject subject,
        String villageCode,
        @Nullable String villageName,
        LocalDate since,
        LocalDate until,
        List<Row> rows) {

    /** What it is about. */
    @Schema(name = "MonitoringNoticeSubject")
    public enum Subject {
        /** Who is to be monitored (纳入监测). */
        IDENTIFICATION,
        /** Whose risk is gone (风险消除). */
        CLOSURE
    }

    /**
     * @param number 1, 2 and so on
     * @param householder masked as configured
     */
    @Schema(name = "MonitoringNoticeRow")
    public record Row(int number, String hamlet, String householder, int persons) {}

    public MonitoringNotice {
        rows = List.copyOf(rows);
    }
}
