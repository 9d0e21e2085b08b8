package org.jingzhun.chassis.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain link by link and compares it with the heads that were published. The hashes are computed here, not
 * by a function of the database, which its owner could replace.
 */
final class AuditChain {

    private final MessageDigest digest;
    private final Deque<AuditHead> ahead;
    private final @Nullable AuditHead last;
    private byte[] hash = new byte[0];
    private long length;
    private @Nullable Long brokenAt;
    private @Nullable Long differsAt;

    /** @param heads in any order */
    AuditChain(List<AuditHead> heads) {
        ahead = new ArrayDeque<>(heads.stream()
                .sorted(Comparator.comparingLong(AuditHead::position))
                .toList());
        last = ahead.peekLast();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /**
     * @param text the record as the chain writes it
     * @param derived whether what is made from the record is what follows from it
     */
    void follow(long position, byte[] before, byte[] stored, String text, boolean derived) {
        length++;
        digest.update(before);
        byte[] again = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        boolean holds = derived && position == length && Arrays.equals(before, hash) && Arrays.equals(again, stored);
        if (!holds && brokenAt == null) {
            brokenAt = length;
        }
        hash = stored;
        compare(position, stored);
    }

    private void compare(long position, byte[] stored) {
        for (AuditHead head = ahead.peekFirst();
                head != null && head.position() <= position;
                head = ahead.peekFirst()) {
            boolean same = head.position() == position
                    && head.hash().equals(HexFormat.of().formatHex(stored));
            if (!same && differsAt == null) {
                differsAt = head.position();
            }
            ahead.removeFirst();
        }
    }

    /** First position where the chain does not hold in itself; {@code null} when it does. */
    @Nullable
    Long brokenAt() {
        return brokenAt;
    }

    /** First position whose record is not the one that was there when its head was published. */
    @Nullable
    Long differsAt() {
        return differsAt;
    }

    /** First published head beyond the end of the chain: so many records there were at least. */
    @Nullable
    Long cutBefore() {
        AuditHead beyond = ahead.peekLast();
        return beyond == null ? null : beyond.position();
    }

    @Nullable
    AuditHead lastPublished() {
        return last;
    }
}
