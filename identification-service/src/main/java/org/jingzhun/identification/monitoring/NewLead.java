package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that points to a risk (线索).
 *
 * @param sourceKey of what it comes from; a lead comes once from the same source, key and risk
 * @param toldBy person, helper or department
 * @param toldOn null for today
 * @param figure what was compared with the line, in fen a head; null without
 * @param lineId the line that was compared with; null without
 */
public record NewLead(
        UUID householdId,
        LeadSource source,
        String sourceKey,
        Risk risk,
        String toldBy,
        @Nullable LocalDate toldOn,
        @Nullable String remark,
        @Nullable Long figure,
        @Nullable Long lineId) {}
