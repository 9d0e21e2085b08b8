package org.jingzhun.identification.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a household came to stand on the register as poor. */
@Schema(name = "RegisterEntryReason")
public enum Entry {
    /** By the first campaign of its village. */
    IDENTIFIED,
    /** 新增: by a later campaign. */
    NEW,
    /** 返贫: it had left poverty, and fell back. */
    RETURNED
}
