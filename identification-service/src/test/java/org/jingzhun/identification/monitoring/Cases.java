package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases for tests of the table. */
final class Cases {

    private Cases() {}

    /** Everything is so that the steps of the stage can be taken. */
    static MonitoringCase at(Stage stage, String status, LocalDate noticeSince) {
        return of(stage, status, noticeSince, 1, 1, 0, true, false, Set.of());
    }

    static MonitoringCase with(MonitoringCase of, Set<Step> takenBefore) {
        return of(
                of.stage(),
                String.valueOf(of.registerStatus()),
                of.noticeSince(),
                of.labourers(),
                of.measures(),
                of.openMeasures(),
                of.secured(),
                of.newLead(),
                takenBefore);
    }

    static MonitoringCase status(MonitoringCase of, String status) {
        return of(of.stage(), status, of.noticeSince(), 1, 1, 0, true, false, Set.of());
    }

    static MonitoringCase noticed(MonitoringCase of, LocalDate since) {
        return of(of.stage(), String.valueOf(of.registerStatus()), since, 1, 1, 0, true, false, Set.of());
    }

    static MonitoringCase measures(MonitoringCase of, int measures, int open) {
        return of(
                of.stage(),
                String.valueOf(of.registerStatus()),
                of.noticeSince(),
                1,
                measures,
                open,
                true,
                false,
                Set.of());
    }

    static MonitoringCase labour(MonitoringCase of, int labourers, boolean secured) {
        return of(
                of.stage(),
                String.valueOf(of.registerStatus()),
                of.noticeSince(),
                labourers,
                1,
                0,
                secured,
                false,
                Set.of());
    }

    static MonitoringCase newLead(MonitoringCase of) {
        return of(of.stage(), String.valueOf(of.registerStatus()), of.noticeSince(), 1, 1, 0, true, true, Set.of());
    }

    /** The same without a remark. */
    static StepRequest silent(StepRequest of) {
        return new StepRequest(
                of.step(),
                null,
                of.signers(),
                of.evidence(),
                of.minutes(),
                of.documentNumber(),
                of.findings(),
                of.measure(),
                of.measureId(),
                of.clearance());
    }

    private static MonitoringCase of(
            Stage stage,
            String status,
            @Nullable LocalDate noticeSince,
            int labourers,
            int measures,
            int open,
            boolean secured,
            boolean newLead,
            Set<Step> takenBefore) {
        LocalDate raised = LocalDate.of(2021, 5, 1);
        return new MonitoringCase(
                new UUID(0, 1),
                new UUID(0, 2),
                451031100201L,
                "上屯",
                "王某",
                3,
                labourers,
                status,
                stage,
                MonitoringClass.UNSTABLE_EXIT,
                List.of(Risk.ILLNESS),
                raised,
                null,
                noticeSince,
                7,
                raised,
                "隆防返贫〔2021〕3号",
                null,
                null,
                null,
                measures,
                open,
                secured,
                newLead,
                ColourReason.IN_HAND,
                null,
                1,
                takenBefore);
    }
}
