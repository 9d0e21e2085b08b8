package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is special to one register. */
public sealed interface Facts permits Student, Patient, Disabled, LeftBehind, Relocation, Certificate {

    /**
     * What contradicts itself.
     *
     * @param since first day of the record
     * @param rules of the register
     */
    List<Fault> faults(LocalDate since, Rules rules);

    /**
     * What contradicts the person; nothing for facts that fit anybody.
     *
     * @param since first day of the record
     * @param rules of the register
     */
    default List<Fault> faults(Bearer bearer, LocalDate since, Rules rules) {
        return List.of();
    }

    /**
     * All that is wrong with facts.
     *
     * @param bearer null of a household
     */
    static List<Fault> check(Facts facts, @Nullable Bearer bearer, LocalDate since, Rules rules) {
        List<Fault> faults = new ArrayList<>(facts.faults(since, rules));
        if (bearer != null && since.isBefore(bearer.birthDate())) {
            faults.add(Fault.of("/since", "special-before-birth"));
        } else if (bearer != null) {
            faults.addAll(facts.faults(bearer, since, rules));
        }
        return faults;
    }
}
