package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.OptionalInt;

/** How long a text may be that a regular expression matches as a whole: for the maxLength beside a pattern. */
final class PatternLength {

    private static final long UNBOUNDED = Long.MAX_VALUE / 1_000_000;

    private static final List<String> LOOKS = List.of("?=", "?!", "?<=", "?<!");

    private final String regexp;
    private int at;

    private PatternLength(String regexp) {
        this.regexp = regexp;
    }

    /** Nothing when there is no end to it. */
    static OptionalInt of(String regexp) {
        var pattern = new PatternLength(regexp);
        long length = pattern.alternatives();
        return pattern.at < regexp.length() || length >= UNBOUNDED
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(length));
    }

    private boolean isAt(char wanted) {
        return at < regexp.length() && regexp.charAt(at) == wanted;
    }

    private long alternatives() {
        long longest = sequence();
        while (isAt('|')) {
            at++;
            longest = Math.max(longest, sequence());
        }
        return longest;
    }

    private long sequence() {
        long sum = 0;
        while (at < regexp.length() && !isAt('|') && !isAt(')')) {
            long atom = atom();
            sum = Math.min(UNBOUNDED, sum + Math.min(UNBOUNDED, atom * times()));
        }
        return sum;
    }

    private long atom() {
        char first = regexp.charAt(at++);
        return switch (first) {
            case '^', '$' -> 0;
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            default -> 1;
        };
    }

    private long group() {
        int looking = LOOKS.stream()
                .filter(each -> regexp.startsWith(each, at))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
        boolean looks = looking > 0;
        if (looks) {
            at += looking;
        } else if (regexp.startsWith("?<", at)) {
            at = behind('>');
        } else if (isAt('?')) {
            at += 2;
        }
        long length = alternatives();
        at++;
        return looks ? 0 : length;
    }

    private int behind(char end) {
        int place = regexp.indexOf(end, at);
        if (place < 0) {
            throw new IllegalArgumentException(regexp + " must have a " + end + " behind character " + at);
        }
        return place + 1;
    }

    private long set() {
        if (isAt('^')) {
            at++;
        }
        do {
            at += isAt('\\') ? 2 : 1;
        } while (at < regexp.length() && !isAt(']'));
        at++;
        return 1;
    }

    private long escape() {
        char escaped = regexp.charAt(at++);
        if (escaped == 'p' || escaped == 'P' || (escaped == 'x' && isAt('{'))) {
            at = behind('}');
        } else if (escaped == 'x') {
            at += 2;
        } else if (escaped == 'u') {
            at += 4;
        }
        return escaped == 'b' ? 0 : 1;
    }

    private long times() {
        if (at >= regexp.length()) {
            return 1;
        }
        return switch (regexp.charAt(at)) {
            case '?' -> skip(1);
            case '*', '+' -> skip(UNBOUNDED);
            case '{' -> counted();
            default -> 1;
        };
    }

    private long skip(long times) {
        at++;
        return times;
    }

    private long counted() {
        int end = behind('}');
        String range = regexp.substring(at + 1, end - 1);
        at = end;
        String most = range.substring(range.indexOf(',') + 1);
        return most.isEmpty() ? UNBOUNDED : Long.parseLong(most);
    }
}
