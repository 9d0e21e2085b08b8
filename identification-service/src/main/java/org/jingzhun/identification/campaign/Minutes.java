package org.jingzhun.identification.campaign;

/**
 * What an appraisal meeting recorded (评议记录).
 *
 * @param present who came, 0 to {@code entitled}
 * @param entitled who might have come, 1 or more
 * @param votes for the list, 0 to {@code present}
 */
public record Minutes(int present, int entitled, int votes) {

    public Minutes {
        if (entitled < 1 || present < 0 || present > entitled || votes < 0 || votes > present) {
            throw new IllegalArgumentException(
                    "minutes with %d votes of %d present of %d entitled must not have more of one than of the next"
                            .formatted(votes, present, entitled));
        }
    }
}
