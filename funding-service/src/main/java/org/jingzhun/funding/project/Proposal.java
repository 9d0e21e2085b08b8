package org.jingzhun.funding.project;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: the fields of the project library (国务院扶贫办 2018-03-08) [public source].
 *
 * @param division village or county, 12 digits
 * @param year in which it is to be funded
 * @param projectClass a code of the list {@code project-class}
 * @param place in words
 * @param amount what it will cost
 * @param sourceKind a code of the list {@code source-kind}
 * @param performanceTarget 绩效目标; null while there is none: then it does not enter
 * @param benefitLink 带贫机制, a code of the list {@code benefit-link}; null likewise
 * @param participation 群众参与
 * @param batch a code of BATCHES
 * @param action a code of ACTIONS
 * @param programme a code of PROGRAMMES
 * @param industry a code of the county's or the village's menu of industries
 */
public record Proposal(
        long division,
        int year,
        String name,
        String projectClass,
        Nature nature,
        String place,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        String responsibleUnit,
        String task,
        Money amount,
        String sourceKind,
        @Nullable String performanceTarget,
        @Nullable String benefitLink,
        @Nullable String participation,
        String batch,
        String action,
        @Nullable String programme,
        @Nullable String industry) {

    private static final long COUNTY = 1_000_000;

    public Proposal {
        var unused = amount.requirePositive("Amount of project " + name);
        if (plannedTo.isBefore(plannedFrom)) {
            throw new IllegalArgumentException("Project " + name + " must not end before it begins");
        }
    }

    /** The county in whose books it is. */
    public long county() {
        return division / COUNTY * COUNTY;
    }
}
