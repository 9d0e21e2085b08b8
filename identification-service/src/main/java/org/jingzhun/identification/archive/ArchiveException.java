package org.jingzhun.identification.archive;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class ArchiveException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ArchiveRefusal refusal;

    ArchiveException(ArchiveRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public ArchiveRefusal refusal() {
        return refusal;
    }
}
