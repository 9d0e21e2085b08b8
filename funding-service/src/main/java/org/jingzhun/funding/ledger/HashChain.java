package org.jingzhun.funding.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Binds each entry of a county to the one before (哈希链): SHA-256 over the previous hash and every field of the entry,
 * so that nothing in the past can be changed without all later hashes showing it.
 */
final class HashChain {

    /** What stands before a county's first entry. */
    static final String BEGINNING = "0".repeat(64);

    private HashChain() {}

    /** The hash before the first entry, and then one for each. */
    static List<String> over(String previous, List<JournalEntry> entries) {
        List<String> hashes = new ArrayList<>(entries.size() + 1);
        hashes.add(previous);
        for (var entry : entries) {
            hashes.add(next(hashes.getLast(), entry));
        }
        return hashes;
    }

    /** All hashes are hexadecimal. */
    static String next(String previous, JournalEntry entry) {
        var digest = sha256();
        add(digest, previous);
        add(digest, entry.id());
        add(digest, entry.county());
        add(digest, entry.number());
        add(digest, entry.kind());
        add(digest, entry.businessKey());
        add(digest, entry.memo());
        add(digest, entry.reverses() == null ? "" : entry.reverses());
        add(digest, entry.postedBy());
        add(digest, entry.postedAt());
        for (var posting : entry.postings()) {
            add(digest, posting.accountId());
            add(digest, posting.amount().fen());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Each field with its length before it, so that text cannot move from one field to the next unseen. */
    private static void add(MessageDigest digest, Object field) {
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
