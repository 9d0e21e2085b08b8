package org.jingzhun.pairing.enterpriseproject;

/**
 * Projects of an area in figures (万企帮万村统计): those agreed, closed ones among them, and what accepted reports tell.
 *
 * @param enterprises each once
 * @param villages each once
 * @param plannedFen of all
 * @param investedFen in the year, or ever
 * @param jobs of each project's last accepted report
 * @param households each once
 * @param persons of these, as the register has them
 */
public record ProjectCounts(
        int enterprises,
        int villages,
        int projects,
        long plannedFen,
        long investedFen,
        long jobs,
        int households,
        long persons) {}
