package org.jingzhun.identification.monitoring;

import java.util.UUID;

/** A lead that came new, with the case it belongs to. */
public record RaisedLead(UUID leadId, UUID caseId, UUID householdId, long villageCode) {}
