package org.jingzhun.identification.assessment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each of the five steps found (一进二看三算四比五议).
 *
 * <p>Source: 厅发〔2015〕28号 names the steps; what is asked at each follows its text (四比 is not verified).
 */
public record FiveSteps(Enter enter, Look look, Calculate calculate, Compare compare, Deliberate deliberate) {

    public static final int MOST_SPOKEN_WITH = 20;
    public static final int LONGEST_FINDING = 1000;
    public static final int MOST_NEIGHBOURS = 1000;
    public static final int MOST_PERSONS = 50;

    /** @param spokeWith names of those whom the visitors spoke with, 1 or more */
    public record Enter(List<String> spokeWith, String found) {

        public Enter {
            spokeWith = List.copyOf(spokeWith);
        }
    }

    public record Look(String found) {}

    /** @param incomeId the household's income of the year, when it was recorded; null otherwise */
    public record Calculate(@Nullable UUID incomeId, String found) {}

    /**
     * @param better households of the place that are better off, likewise alike and worse; 1 or more in all
     */
    public record Compare(int better, int alike, int worse, String found) {

        public Compare {
            if (better < 0 || alike < 0 || worse < 0 || better + alike + worse < 1) {
                throw new AssessmentRefusal.InvalidVisit("nobody-compared", "/steps/compare");
            }
        }
    }

    /** What makes the visitors doubt. */
    public enum Doubt {
        /** 弄虚作假 */
        FRAUD,
        /** 拆户、分户 */
        SPLIT_HOUSEHOLD,
        /** 空挂户 */
        EMPTY_REGISTRATION,
        /** 人口不实 */
        FAMILY_SIZE,
        /** 漏户 */
        MISSED_HOUSEHOLD
    }

    /**
     * @param fair whether the score says how the household lives
     * @param persons who truly belong to the family, 1 or more
     */
    public record Deliberate(boolean fair, List<Doubt> doubts, int persons, String found) {

        public Deliberate {
            doubts = List.copyOf(doubts);
        }
    }
}
