package org.jingzhun.identification.campaign;

/**
 * How many of those entitled must be at a meeting (到会比例), for example 2 of 3.
 *
 * @param part 1 to {@code of}
 */
public record Quorum(int part, int of) {

    public static final Quorum TWO_THIRDS = new Quorum(2, 3);

    public Quorum {
        if (part < 1 || part > of) {
            throw new IllegalArgumentException("quorum %d of %d must be a part of the whole".formatted(part, of));
        }
    }

    boolean isMet(int present, int entitled) {
        return (long) of * present >= (long) part * entitled;
    }
}
