package org.jingzhun.identification.monitoring.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.monitoring.LeadSource;
import org.jingzhun.identification.monitoring.Leads;
import org.jingzhun.identification.monitoring.Risk;
import org.jspecify.annotations.Nullable;

/** A lead as it is shown. */
@Schema(name = "MonitoringLead")
public record LeadView(
        UUID id,

        @Schema(description = "The case that all leads of the household belong to.")
        UUID monitoringId,

        UUID householdId,
        String villageCode,
        LeadSource source,

        @Schema(description = "The visit, record or income that it comes from.")
        String sourceKey,

        Risk risk,
        String toldBy,
        LocalDate toldOn,
        @Nullable String remark,

        @Schema(description = "What was held against the threshold (fen, or cases) or the line (fen a head).") @Nullable
        Long figure,

        @Schema(description = "The rule that is the threshold.") @Nullable
        Long ruleId,

        @Schema(description = "The monitoring line.") @Nullable
        Long lineId,

        String recordedBy,
        Instant recordedAt) {

    static LeadView of(Leads.Lead lead) {
        return new LeadView(
                lead.id(),
                lead.caseId(),
                lead.householdId(),
                DivisionCode.text(lead.villageCode()),
                lead.source(),
                lead.sourceKey(),
                lead.risk(),
                lead.toldBy(),
                lead.toldOn(),
                lead.remark(),
                lead.figure(),
                lead.rule(),
                lead.lineId(),
                lead.recordedBy(),
                lead.recordedAt());
    }
}
