package org.jingzhun.pairing.visit;

/** What came of a visit that was told. */
public sealed interface Verdict {

    /**
     * It is recorded.
     *
     * @param isNew false when it was recorded just so before
     */
    record Recorded(Visit visit, boolean isNew) implements Verdict {}

    /** It is not. */
    record Refused(VisitRefusal refusal) implements Verdict {}
}
