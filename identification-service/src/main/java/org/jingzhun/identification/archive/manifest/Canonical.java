package org.jingzhun.identification.archive.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that its content has (RFC 8785), and the hash of that. */
public final class Canonical {

    private Canonical() {}

    /**
     * The bytes of an object or array: names in order, no blanks, one way to write each text and number.
     *
     * @throws UncheckedIOException when it is no JSON, or names something twice
     */
    public static byte[] bytes(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    public static String sha256(String json) {
        return sha256(bytes(json));
    }

    /** SHA-256 of bytes as they are, 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK must have SHA-256", impossible);
        }
    }
}
