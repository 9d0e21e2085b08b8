package org.jingzhun.chassis.bulk;

/** Follows bytes and tells where they stop having the form of GB 18030, of which GBK and GB 2312 are parts. */
final class GbCheck {

    /** In GB 2312 both bytes are at least this. */
    private static final int PLAIN = 0xa1;

    /** How many bytes of a character of one, two or four are taken. */
    private int taken;

    private long beganAt;
    private long badAt = -1;
    private boolean rareInRun;

    /** Does nothing once a byte was bad. */
    void take(byte value, long offset) {
        if (badAt >= 0) {
            return;
        }
        int unsigned = value & 0xff;
        switch (taken) {
            case 0 -> begin(unsigned, offset);
            case 1 -> second(unsigned);
            case 2 -> next(unsigned >= 0x81 && unsigned <= 0xfe, 3);
            default -> next(isDigit(unsigned), 0);
        }
    }

    private void begin(int unsigned, long offset) {
        beganAt = offset;
        if (unsigned > 0x80 && unsigned < 0xff) {
            taken = 1;
            rareInRun |= unsigned < PLAIN;
        } else if (unsigned == 0 || unsigned >= 0x80) {
            badAt = offset;
        }
    }

    private void second(int unsigned) {
        rareInRun |= unsigned < PLAIN;
        if (isDigit(unsigned)) {
            taken = 2;
        } else {
            next(unsigned >= 0x40 && unsigned != 0x7f && unsigned != 0xff, 0);
        }
    }

    private void next(boolean fits, int then) {
        if (fits) {
            taken = then;
        } else {
            badAt = beganAt;
        }
    }

    private static boolean isDigit(int unsigned) {
        return unsigned >= '0' && unsigned <= '9';
    }

    /** The body has ended: a begun character will not be completed. */
    void end() {
        if (badAt < 0 && taken > 0) {
            badAt = beganAt;
        }
    }

    /** The offset of the first byte of what is no GB 18030, -1 as long as there is none. */
    long badAt() {
        return badAt;
    }

    boolean isBetweenCharacters() {
        return taken == 0;
    }

    /** Whether a character beyond GB 2312 came since {@link #endRun}; names and places hardly have any. */
    boolean isRareInRun() {
        return rareInRun;
    }

    void endRun() {
        rareInRun = false;
    }
}
