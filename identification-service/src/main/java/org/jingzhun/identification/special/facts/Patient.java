package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient (患病人口) with one class of disease; stored encrypted.
 *
 * @param disease code of a class of diseases
 * @param payLater whether treated first and paid for later (先诊疗后付费)
 * @param familyDoctor with whom the household has signed (家庭医生签约)
 * @param healthCard number of the health card (健康卡)
 */
public record Patient(
        String disease,
        boolean payLater,
        @Nullable String familyDoctor,
        @Nullable String healthCard) implements Facts {

    public static final String DISEASE = "[A-Z][A-Z0-9_]{0,39}";
    public static final String HEALTH_CARD = "[A-Za-z0-9]{6,32}";
    public static final int LONGEST_DOCTOR = 50;

    @Override
    public List<Fault> faults(LocalDate since, Rules rules) {
        return List.of();
    }
}
