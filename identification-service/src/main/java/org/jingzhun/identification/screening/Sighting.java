package org.jingzhun.identification.screening;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody saw of a household that may rule it out (入户发现的疑点).
 *
 * @param veto code of the campaign's list of vetoes
 * @param fact what was seen
 * @param evidence that it is so: a photo, a statement
 * @param effectiveOn since when it is so
 */
public record Sighting(
        UUID campaignId, UUID householdId, String veto, String fact, String evidence, LocalDate effectiveOn) {}
