package org.jingzhun.acceptance.personal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds people's numbers in what is written to it: those that were sent, and whatever looks like one. An id number is found
 * within other digits, too; telephones and accounts are numbers of their own, also in groups with spaces or hyphens, and
 * with the code of the country.
 */
final class Looking extends OutputStream {

    private static final long ID_RANGE = 100_000_000_000_000_000L;
    private static final int ID_DIGITS = NumberForms.ID_LENGTH - 1;
    private static final int LONGEST = 24;

    /** Lengths of the groups of digits in which a telephone is written, one behind the other. */
    private static final Set<String> PHONE_GROUPS = Set.of("11.", "3.4.4.", "13.", "2.11.", "2.3.4.4.");

    private static final String COUNTRY = "86";

    private final Numbers numbers;
    private final boolean bareFigures;
    private final Map<Kind, Long> found = new EnumMap<>(Kind.class);
    private final StringBuilder run = new StringBuilder();
    private final StringBuilder groups = new StringBuilder();
    private int group;
    private int length;
    private long last;
    private boolean afterHex;
    private boolean gap;
    private boolean idSeen;
    private int previous;
    private long bytes;

    /** What was found. */
    enum Kind {
        ID_NUMBER,
        TELEPHONE,
        BANK_ACCOUNT,
        LOOKS_LIKE_AN_ID_NUMBER,
        LOOKS_LIKE_A_TELEPHONE,
        LOOKS_LIKE_A_BANK_CARD
    }

    /** @param bareFigures what comes are amounts, counts and hashes: whatever they look like, only known numbers are found */
    Looking(Numbers numbers, boolean bareFigures) {
        this.numbers = numbers;
        this.bareFigures = bareFigures;
    }

    Looking(Numbers numbers) {
        this(numbers, false);
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        for (int at = offset; at < offset + count; at++) {
            write(from[at]);
        }
    }

    @Override
    public void write(int value) {
        int b = value & 0xFF;
        bytes++;
        if (b >= '0' && b <= '9') {
            digit(b);
        } else if (length > 0) {
            behindDigits(b);
        }
        previous = b;
    }

    private void digit(int b) {
        if (length == 0) {
            afterHex = isHexLetter(previous);
        }
        if (gap) {
            closeGroup(false, afterHex && groups.isEmpty());
            gap = false;
        }
        if (length >= ID_DIGITS && numbers.ids().contains(last)) {
            idSeen = true;
        }
        last = (last * 10 + (b - '0')) % ID_RANGE;
        if (length < LONGEST) {
            run.append((char) b);
        }
        length++;
        group++;
    }

    private void behindDigits(int b) {
        if ((b == ' ' || b == '-') && !gap) {
            gap = true;
            return;
        }
        boolean checkX = !gap && (b == 'X' || b == 'x');
        if (checkX && length >= ID_DIGITS && numbers.ids().contains(last)) {
            idSeen = true;
        }
        boolean beforeHex = !gap && isHexLetter(b);
        boolean single = groups.isEmpty();
        boolean known = idSeen;
        closeGroup(checkX, beforeHex || (afterHex && single));
        if (!single && !known && !afterHex && !beforeHex && length <= LONGEST) {
            judge(run.toString(), groups.toString(), checkX);
        }
        length = 0;
        last = 0;
        gap = false;
        run.setLength(0);
        groups.setLength(0);
    }

    /** A group is a number of its own, or a part of one. */
    private void closeGroup(boolean checkX, boolean partOfHex) {
        if (idSeen) {
            note(Kind.ID_NUMBER);
        } else if (!partOfHex && group >= NumberForms.PHONE_LENGTH && length <= LONGEST) {
            judge(run.substring(length - group), group + ".", checkX);
        }
        if (groups.length() < LONGEST) {
            groups.append(group).append('.');
        }
        group = 0;
        idSeen = false;
    }

    private void judge(String digits, String lengths, boolean checkX) {
        if (numbers.accounts().contains(digits)) {
            note(Kind.BANK_ACCOUNT);
        } else if (!bareFigures && NumberForms.isBankCard(digits)) {
            note(Kind.LOOKS_LIKE_A_BANK_CARD);
        } else if (!bareFigures && NumberForms.isResidentId(checkX ? digits + "X" : digits)) {
            note(Kind.LOOKS_LIKE_AN_ID_NUMBER);
        } else if (!checkX && PHONE_GROUPS.contains(lengths)) {
            telephone(digits);
        }
    }

    private void telephone(String digits) {
        int abroad = digits.length() - NumberForms.PHONE_LENGTH;
        if (abroad != 0 && !digits.startsWith(COUNTRY)) {
            return;
        }
        String national = digits.substring(abroad);
        if (numbers.phones().contains(Long.parseLong(national))) {
            note(Kind.TELEPHONE);
        } else if (!bareFigures && NumberForms.isMobile(national)) {
            note(Kind.LOOKS_LIKE_A_TELEPHONE);
        }
    }

    private void note(Kind kind) {
        found.merge(kind, 1L, Long::sum);
    }

    private static boolean isHexLetter(int b) {
        return (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
    }

    /** What came is the end of a value. */
    void end() {
        write('\t');
        write('\n');
    }

    void look(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(utf8, 0, utf8.length);
        end();
    }

    /** How many, by kind; only kinds with any. */
    Map<Kind, Long> found() {
        return Map.copyOf(found);
    }

    long bytes() {
        return bytes;
    }
}
