package org.jingzhun.identification.campaign.line;

import java.util.UUID;

/**
 * The households that may be found poor in a campaign, as columns, so that all households of a region fit in memory.
 */
public final class Candidates {

    private final long[] idHigh;
    private final long[] idLow;
    private final int[] scores;
    private final int[] persons;

    private Candidates(long[] idHigh, long[] idLow, int[] scores, int[] persons) {
        this.idHigh = idHigh;
        this.idLow = idLow;
        this.scores = scores;
        this.persons = persons;
    }

    public int size() {
        return scores.length;
    }

    public UUID household(int candidate) {
        return new UUID(idHigh[candidate], idLow[candidate]);
    }

    public int score(int candidate) {
        return scores[candidate];
    }

    /** The size of the household, 1 or more. */
    public int persons(int candidate) {
        return persons[candidate];
    }

    /** A digit of base 65,536 of the household's id, 0 being the lowest of eight. */
    int idDigit(int candidate, int digit) {
        long half = digit < 4 ? idLow[candidate] : idHigh[candidate];
        return (int) (half >>> (digit % 4 * Short.SIZE)) & 0xffff;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Takes the candidates one by one, in any order. */
    public static final class Builder {

        private long[] idHigh = new long[1024];
        private long[] idLow = new long[1024];
        private int[] scores = new int[1024];
        private int[] persons = new int[1024];
        private int size;

        private Builder() {}

        /**
         * @param score 0 to {@value CutLine#HIGHEST_SCORE}
         * @param personCount 1 or more
         */
        public Builder add(UUID household, int score, int personCount) {
            if (score < 0 || score > CutLine.HIGHEST_SCORE) {
                throw new IllegalArgumentException(
                        "score %d of household %s must be 0 to %d".formatted(score, household, CutLine.HIGHEST_SCORE));
            }
            if (personCount < 1) {
                throw new IllegalArgumentException(
                        "persons %d of household %s must be 1 or more".formatted(personCount, household));
            }
            if (size == scores.length) {
                grow(size * 2);
            }
            idHigh[size] = household.getMostSignificantBits();
            idLow[size] = household.getLeastSignificantBits();
            scores[size] = score;
            persons[size] = personCount;
            size++;
            return this;
        }

        public Candidates build() {
            grow(size);
            return new Candidates(idHigh, idLow, scores, persons);
        }

        private void grow(int length) {
            idHigh = java.util.Arrays.copyOf(idHigh, length);
            idLow = java.util.Arrays.copyOf(idLow, length);
            scores = java.util.Arrays.copyOf(scores, length);
            persons = java.util.Arrays.copyOf(persons, length);
        }
    }
}
