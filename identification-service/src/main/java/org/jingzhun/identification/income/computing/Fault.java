package org.jingzhun.identification.income.computing;

/**
 * What is wrong with a stated line.
 *
 * @param line its place, from 0
 */
public record Fault(Code code, int line, String item) {

    /** The kinds of faults. */
    public enum Code {
        UNKNOWN_INCOME_ITEM,
        REPEATED_INCOME_ITEM,
        AMOUNT_OUT_OF_RANGE
    }
}
