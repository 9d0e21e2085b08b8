package org.jingzhun.identification.special;

import org.jingzhun.identification.special.facts.Certificate;
import org.jingzhun.identification.special.facts.Disabled;
import org.jingzhun.identification.special.facts.Facts;
import org.jingzhun.identification.special.facts.LeftBehind;
import org.jingzhun.identification.special.facts.Patient;
import org.jingzhun.identification.special.facts.Relocation;
import org.jingzhun.identification.special.facts.Student;

/** The special registers (专项台账). */
public enum SpecialRegister {
    /** 贫困学生. */
    STUDENT(Student.class, Stage.ENROLLED, "students"),
    /** 患病人口. */
    PATIENT(Patient.class, Stage.REGISTERED, "patients"),
    /** 残疾人. */
    DISABILITY(Disabled.class, Stage.VALID, "disabilities"),
    /** 三留守人员. */
    LEFT_BEHIND(LeftBehind.class, Stage.CONFIRMED, "left-behind"),
    /** 易地扶贫搬迁户. */
    RELOCATION(Relocation.class, Stage.PLANNED, "relocations"),
    /** 持证人员. */
    CERTIFICATE(Certificate.class, Stage.VALID, "certificates");

    private final Class<? extends Facts> facts;
    private final Stage first;
    private final String plural;

    SpecialRegister(Class<? extends Facts> facts, Stage first, String plural) {
        this.facts = facts;
        this.first = first;
        this.plural = plural;
    }

    static SpecialRegister of(Facts facts) {
        return switch (facts) {
            case Student _ -> STUDENT;
            case Patient _ -> PATIENT;
            case Disabled _ -> DISABILITY;
            case LeftBehind _ -> LEFT_BEHIND;
            case Relocation _ -> RELOCATION;
            case Certificate _ -> CERTIFICATE;
        };
    }

    Class<? extends Facts> facts() {
        return facts;
    }

    /** Where a record begins that somebody enters. */
    public Stage first() {
        return first;
    }

    /** In paths, kinds of imports and the audit trail. */
    public String plural() {
        return plural;
    }

    /** Whether it is about health, so that it is encrypted and shown to few. */
    public boolean isSensitive() {
        return this == PATIENT || this == DISABILITY;
    }

    /** Whether its records are about households and not about persons. */
    public boolean isOfHouseholds() {
        return this == RELOCATION;
    }
}
