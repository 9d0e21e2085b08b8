package org.jingzhun.pairing.photo;

import java.io.Serial;

/** Why a photo is not kept. */
public abstract sealed class PhotoRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private PhotoRefusal(String message) {
        super(message, null, false, false);
    }

    /** It is no JPEG or PNG, or not all of one. */
    public static final class NoPhoto extends PhotoRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        NoPhoto() {
            super("the content must be a JPEG or PNG");
        }
    }

    /** It has more bytes than the policy allows. */
    public static final class TooLarge extends PhotoRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int most;

        TooLarge(int most) {
            super("a photo must have at most " + most + " bytes");
            this.most = most;
        }

        /** Bytes. */
        public int most() {
            return most;
        }
    }

    /** The content has another hash than it is sent under: it was damaged on its way. */
    public static final class OtherHash extends PhotoRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        OtherHash() {
            super("the content must have the hash it is sent under");
        }
    }

    /** The household is not and was not the helper's. */
    public static final class NotYourHousehold extends PhotoRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        NotYourHousehold() {
            super("the household must be or have been the helper's");
        }
    }

    /** A latitude without a longitude, or the other way round. */
    public static final class HalfAPlace extends PhotoRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        HalfAPlace() {
            super("latitude and longitude must stand together");
        }
    }
}
