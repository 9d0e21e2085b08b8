package org.jingzhun.identification.special;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a record of a special register stands. */
@Schema(name = "SpecialStage")
public enum Stage {
    /** 在读. */
    ENROLLED,
    /** 休学. */
    SUSPENDED,
    /** 辍学. */
    DROPPED_OUT,
    /** 毕业. */
    GRADUATED,
    /** 就业. */
    EMPLOYED,
    /** 升学: goes on at the next level, in a record of its own. */
    FURTHER_STUDY,
    /** 已登记. */
    REGISTERED,
    /** 分类救治中. */
    IN_TREATMENT,
    /** 治愈. */
    RECOVERED,
    /** 有效. */
    VALID,
    /** 系统推定: by rule from who works away. */
    DERIVED,
    /** 已核实. */
    CONFIRMED,
    /** 待复核: confirmed before, but the rule says so no more. */
    DOUBTFUL,
    /** 已否定. */
    REJECTED,
    /** 已规划. */
    PLANNED,
    /** 已批准. */
    APPROVED,
    /** 已交钥匙. */
    KEYS_HANDED,
    /** 已入住. */
    MOVED_IN,
    /** 旧房已拆除. */
    OLD_HOUSE_REMOVED,
    /** 已终止. */
    ENDED;

    /** Whether the record is followed no further. */
    public boolean isFinal() {
        return this == EMPLOYED || this == FURTHER_STUDY || this == RECOVERED || this == ENDED;
    }
}
