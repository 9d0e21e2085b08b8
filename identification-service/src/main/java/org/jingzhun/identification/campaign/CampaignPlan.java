package org.jingzhun.identification.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a county sets when it begins a campaign.
 *
 * @param year of the register
 * @param county lowest code of the county
 * @param scorecard version
 * @param vetoList version
 * @param quotaPersons persons that may be found poor, 1 or more
 * @param pointInTime the day on which things must have been so
 * @param noticeDays calendar days that each notice stands; null for what the policy in force says
 * @param noticeSource the document that sets other days than the policy in force
 */
public record CampaignPlan(
        int year,
        long county,
        String scorecard,
        String vetoList,
        int quotaPersons,
        LocalDate pointInTime,
        @Nullable Integer noticeDays,
        @Nullable String noticeSource) {}
