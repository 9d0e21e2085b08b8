package org.jingzhun.pairing.access;

/** Pictures as they are named in requests. */
public final class Photos {

    /** SHA-256 of the file. */
    public static final String SHA256 = "[0-9a-f]{64}";

    private Photos() {}
}
