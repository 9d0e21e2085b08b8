package org.jingzhun.funding.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * When facts become an alert, and who has to act by when.
 *
 * @param threshold a rate, a number of years, or yuan, as the kind has it
 * @param days that must have passed
 * @param codes of benefits, where the kind looks at some alone
 * @param ownerRole office that has to act
 * @param deadlineDays after it was raised
 * @param source the document behind the rule, with the mark of its evidence
 */
public record AlertRule(
        AlertKind kind,
        String version,
        LocalDate validFrom,
        BigDecimal threshold,
        int days,
        List<String> codes,
        String ownerRole,
        int deadlineDays,
        String source) {

    public AlertRule {
        codes = List.copyOf(codes);
        if (threshold.signum() < 0 || days < 0 || deadlineDays < 1) {
            throw new IllegalArgumentException(
                    "Rule " + version + " must have a threshold and days from 0 on, and a deadline of a day at least");
        }
    }
}
