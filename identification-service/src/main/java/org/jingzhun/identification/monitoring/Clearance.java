package org.jingzhun.identification.monitoring;

/** What the closing visit found (风险消除核查); all three must be so. */
public record Clearance(boolean riskGone, boolean guaranteesKept, boolean noNewRisk) {

    boolean complete() {
        return riskGone && guaranteesKept && noNewRisk;
    }
}
