package org.jingzhun.funding.project;

/** Whether a project begins anew (建设性质). */
public enum Nature {
    /** 新建. */
    NEW,
    /** 续建. */
    EXTENSION,
    /** 改造. */
    REPAIR
}
