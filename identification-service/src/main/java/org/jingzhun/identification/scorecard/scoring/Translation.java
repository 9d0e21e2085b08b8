package org.jingzhun.identification.scorecard.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads answers that were given for one scorecard as answers of another: items with the same code say the same. Answers
 * that the other card does not ask for are left out; what it asks beyond them has no answer.
 */
public final class Translation {

    private static final int BYTES = 16;
    private static final int BYTE_VALUES = 256;
    private static final int BYTE_MASK = 0xff;

    private final String to;
    private final boolean isIdentity;
    private final List<String> leftOut;
    /** By byte of the sheet and value of the byte: the bits that it sets in the other sheet. */
    private final long[] low = new long[BYTES * BYTE_VALUES];

    private final long[] high = new long[BYTES * BYTE_VALUES];

    private Translation(Scorecard from, Scorecard to) {
        this.to = to.version();
        Map<String, Integer> places = new HashMap<>();
        int place = 0;
        for (Category category : to.categories()) {
            for (Item item : category.items()) {
                places.put(item.code(), place++);
            }
        }
        List<String> unknown = new ArrayList<>();
        boolean same = true;
        int bit = 0;
        for (Category category : from.categories()) {
            for (Item item : category.items()) {
                Integer target = places.get(item.code());
                if (target == null) {
                    unknown.add(item.code());
                } else {
                    carry(bit, target);
                }
                same = same && target != null && target == bit;
                bit++;
            }
        }
        this.isIdentity = same;
        this.leftOut = List.copyOf(unknown);
    }

    public static Translation of(Scorecard from, Scorecard to) {
        return new Translation(from, to);
    }

    private void carry(int bit, int target) {
        int table = bit / Byte.SIZE * BYTE_VALUES;
        int mask = 1 << bit % Byte.SIZE;
        for (int value = 0; value < BYTE_VALUES; value++) {
            if ((value & mask) != 0) {
                low[table + value] |= target < Long.SIZE ? 1L << target : 0;
                high[table + value] |= target < Long.SIZE ? 0 : 1L << (target - Long.SIZE);
            }
        }
    }

    /** The items of the first card that the other does not have. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** The same answers as a sheet of the other card; it may lack answers, {@link Scoring#check} says which. */
    public AnswerSheet translate(AnswerSheet answers) {
        return new AnswerSheet(to, low(answers.low(), answers.high()), high(answers.low(), answers.high()));
    }

    /** The lower half of the other sheet. */
    public long low(long sheetLow, long sheetHigh) {
        return isIdentity ? sheetLow : gather(low, sheetLow, sheetHigh);
    }

    /** The higher half of the other sheet. */
    public long high(long sheetLow, long sheetHigh) {
        return isIdentity ? sheetHigh : gather(high, sheetLow, sheetHigh);
    }

    private static long gather(long[] tables, long sheetLow, long sheetHigh) {
        long bits = 0;
        for (int octet = 0; octet < BYTES / 2; octet++) {
            int shift = octet * Byte.SIZE;
            bits |= tables[octet * BYTE_VALUES + (int) (sheetLow >>> shift & BYTE_MASK)];
            bits |= tables[(octet + BYTES / 2) * BYTE_VALUES + (int) (sheetHigh >>> shift & BYTE_MASK)];
        }
        return bits;
    }
}
