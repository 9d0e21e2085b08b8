package org.jingzhun.chassis.bulk;

/** Follows bytes and tells where they stop being UTF-8 (RFC 3629): no overlong forms, surrogates or NUL. */
final class Utf8Check {

    private int wanted;
    private int least;
    private int most;
    private long beganAt;
    private long badAt = -1;
    private boolean wideInRun;
    private boolean wide;

    /** Does nothing once a byte was bad. */
    void take(byte value, long offset) {
        if (badAt >= 0) {
            return;
        }
        int unsigned = value & 0xff;
        if (wanted > 0) {
            if (unsigned < least || unsigned > most) {
                badAt = beganAt;
                return;
            }
            wanted--;
            least = 0x80;
            most = 0xbf;
        } else if (value > 0) {
            wideInRun = false;
        } else {
            begin(unsigned, offset);
        }
    }

    private void begin(int lead, long offset) {
        beganAt = offset;
        least = 0x80;
        most = 0xbf;
        if (lead >= 0xc2 && lead <= 0xdf) {
            wanted = 1;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            wanted = 2;
            least = lead == 0xe0 ? 0xa0 : 0x80;
            most = lead == 0xed ? 0x9f : 0xbf;
            sawWide();
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            wanted = 3;
            least = lead == 0xf0 ? 0x90 : 0x80;
            most = lead == 0xf4 ? 0x8f : 0xbf;
            sawWide();
        } else {
            badAt = offset;
        }
    }

    private void sawWide() {
        wideInRun = true;
        wide = true;
    }

    /** The body has ended: a begun character will not be completed. */
    void end() {
        if (badAt < 0 && wanted > 0) {
            badAt = beganAt;
        }
    }

    /** The offset of the first byte that is not UTF-8, -1 as long as there is none. */
    long badAt() {
        return badAt;
    }

    /** Whether the last byte ended a character. */
    boolean isBetweenCharacters() {
        return badAt < 0 && wanted == 0;
    }

    /** Whether the characters since the last ASCII one include one of three or four bytes, as Chinese ones are. */
    boolean isWideInRun() {
        return wideInRun;
    }

    /** Whether any character was of three or four bytes. */
    boolean isWide() {
        return wide;
    }

    void reset() {
        wanted = 0;
        badAt = -1;
        wideInRun = false;
    }
}
