package org.jingzhun.chassis.bulk;

/** A rule between the fields of one row; called only when each field alone is valid. */
@FunctionalInterface
public interface RowCheck {

    void check(Row row, Verdict verdict);

    /** Takes what is wrong with the row. */
    @FunctionalInterface
    interface Verdict {

        /**
         * @param pointer JSON pointer of the field to blame
         * @param code stable, kebab-case; its text is {@code <code>.detail} in the problem bundles
         * @param args fill the placeholders of the text; never personal data
         */
        void reject(String pointer, String code, Object... args);
    }
}
