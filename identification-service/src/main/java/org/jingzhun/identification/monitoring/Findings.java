package org.jingzhun.identification.monitoring;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the home check found (入户核查).
 *
 * @param monitoringClass the class that is proposed; null for the one that the figures point to
 * @param risks at least one
 * @param paymentsFen compliant own payments of the last twelve months, in fen
 * @param copes whether the household can get over it by itself
 */
public record Findings(@Nullable MonitoringClass monitoringClass, Set<Risk> risks, long paymentsFen, boolean copes) {

    public Findings {
        risks = Set.copyOf(risks);
        if (risks.isEmpty()) {
            throw new IllegalArgumentException("findings must name a risk");
        }
    }

    boolean sudden() {
        return risks.stream().anyMatch(Risk::isSudden);
    }
}
