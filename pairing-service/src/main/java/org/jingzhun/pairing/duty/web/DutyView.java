package org.jingzhun.pairing.duty.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.duty.AbsenceRule;
import org.jingzhun.pairing.duty.DutyRecord;
import org.jingzhun.pairing.duty.LeaveState;
import org.jingzhun.pairing.duty.Residing;

/** A duty record as seen from outside. */
@Schema(name = "DutyRecord")
public record DutyView(
        UUID id,
        UUID helperId,
        String villageCode,
        DutyRecord.Kind kind,
        LocalDate firstOn,
        LocalDate lastOn,
        int days,

        @Schema(description = "Of a leave; other records are NOTED.")
        LeaveState state,

        String remark,
        String ruleVersion,
        long revision) {

    static DutyView of(DutyRecord record) {
        return new DutyView(
                record.id(),
                record.helperId(),
                Long.toString(record.villageCode()),
                record.kind(),
                record.firstOn(),
                record.lastOn(),
                record.days(),
                record.state(),
                record.remark(),
                record.ruleVersion(),
                record.revision());
    }

    /** A record with its steps. */
    @Schema(name = "HandledDutyRecord")
    public record HandledView(DutyView record, List<SignatureView> steps) {

        static HandledView of(Residing.Handled handled) {
            return new HandledView(
                    DutyView.of(handled.record()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }

    /** A person's month, judged. */
    @Schema(name = "DutyMonth")
    public record MonthView(
            UUID helperId,
            String villageCode,
            @Schema(description = "Days in the village.") int present,

            @Schema(description = "Days due: those of the policy less the days of granted leave.")
            int due,

            @Schema(description = "Days of granted leave.") int leave,
            @Schema(description = "The same since January.") int leaveInYear,

            @Schema(description = "Absences found since January.")
            int absences,

            @Schema(description = "What they lead to in the yearly evaluation.")
            AbsenceRule.Consequence consequence,

            @Schema(description = "Tenths of a point that township and sending unit lose.")
            int lossTenths,

            @Schema(description = "More leave than the policy allows: to be replaced.")
            boolean replace) {

        static MonthView of(Residing.Judged judged) {
            var month = judged.month();
            return new MonthView(
                    month.helperId(),
                    Long.toString(month.villageCode()),
                    month.present(),
                    judged.due(),
                    month.leave(),
                    month.leaveInYear(),
                    month.absences(),
                    judged.consequence(),
                    judged.lossTenths(),
                    judged.replace());
        }
    }
}
