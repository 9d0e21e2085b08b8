package org.jingzhun.sample;

import java.util.List;
import org.jingzhun.sample.Member.Health;
import org.jingzhun.sample.Member.Labour;
import org.jingzhun.sample.Member.Schooling;
import org.jingzhun.sample.Scorecard.Category;

/**
 * Answers the scorecard for a household. Population, health, school, labour and wage work (C09 to C13) follow from the
 * members; the rest from what the household shows, its hamlet and its land, with thresholds from
 * {@code parameters.csv}, so that the items go together.
 */
final class Answering {

    private static final int HOUSING = 0;
    private static final int APPLIANCES = 1;
    private static final int ELECTRICITY = 5;
    private static final int STRUCTURE = 8;
    private static final int SOCIAL = 17;

    private final List<Category> categories = Scorecard.standard().categories();
    private final double[] household = new double[categories.size()];
    private final double[] hamlet = new double[categories.size()];
    private final double[] land = new double[categories.size()];
    private final double[] noise = new double[categories.size()];
    private final double[] thresholds;
    private final double passingIllness;

    Answering(Parameters parameters) {
        List<Scorecard.Item> items = Scorecard.standard().items();
        thresholds = new double[items.size()];
        for (int c = 0; c < categories.size(); c++) {
            if (fromMembers(c)) {
                continue;
            }
            Category category = categories.get(c);
            String name = "answer." + category.code() + ".";
            household[c] = parameters.number(name + "household");
            hamlet[c] = parameters.number(name + "hamlet", 0);
            land[c] = parameters.number(name + "land", 0);
            noise[c] = parameters.number(name + "noise");
            int last = category.addUp() ? category.end() : category.end() - 1;
            for (int i = category.addUp() ? category.first() + 1 : category.first(); i < last; i++) {
                thresholds[i] =
                        parameters.number("answer." + items.get(i).code() + (category.addUp() ? ".from" : ".upto"));
            }
        }
        passingIllness = parameters.number("answer.C10-06.share");
    }

    private static boolean fromMembers(int category) {
        return category >= STRUCTURE && category <= STRUCTURE + 4;
    }

    /**
     * The answers.
     *
     * @param shown logarithm of the income that the house would suggest over the poverty line
     * @param acres land of the household: standard deviations from the ordinary
     */
    Answers answer(List<Member> members, double shown, Hamlet place, double acres, Draw draw) {
        long[] bits = new long[2];
        boolean power = true;
        for (int c = HOUSING; c < categories.size(); c++) {
            if (fromMembers(c)) {
                continue;
            }
            Category category = categories.get(c);
            double driver = household[c] * shown + hamlet[c] * place.infrastructure() + land[c] * acres;
            if (category.addUp()) {
                addUp(bits, category, driver, noise[c], draw);
            } else {
                int item = chooseOne(category, driver + noise[c] * draw.normal());
                if (c == SOCIAL && item == category.end() - 1 && !anyPensioned(members)) {
                    item--;
                }
                power &= c != ELECTRICITY || item != category.first();
                set(bits, item);
            }
        }
        if (!power) {
            clear(bits, categories.get(APPLIANCES));
        }
        set(bits, categories.get(STRUCTURE).first() + structure(members));
        set(bits, categories.get(STRUCTURE + 1).first() + health(members, draw));
        set(bits, categories.get(STRUCTURE + 2).first() + school(members));
        set(bits, categories.get(STRUCTURE + 3).first() + labourShare(members));
        set(bits, categories.get(STRUCTURE + 4).first() + wageWork(members));
        return new Answers(bits[0], bits[1]);
    }

    private int chooseOne(Category category, double value) {
        int item = category.first();
        while (item < category.end() - 1 && value > thresholds[item]) {
            item++;
        }
        return item;
    }

    private void addUp(long[] bits, Category category, double driver, double spread, Draw draw) {
        boolean none = true;
        for (int i = category.first() + 1; i < category.end(); i++) {
            if (driver + spread * draw.normal() > thresholds[i]) {
                set(bits, i);
                none = false;
            }
        }
        if (none) {
            set(bits, category.first());
        }
    }

    private static void set(long[] bits, int item) {
        bits[item >>> 6] |= 1L << (item & 63);
    }

    /** Only the zero item holds. */
    private static void clear(long[] bits, Category category) {
        for (int i = category.first(); i < category.end(); i++) {
            bits[i >>> 6] &= ~(1L << (i & 63));
        }
        set(bits, category.first());
    }

    private static boolean anyPensioned(List<Member> members) {
        for (Member member : members) {
            if (member.pensioned()) {
                return true;
            }
        }
        return false;
    }

    /** C09, from 0: a lonely old person or single parent; nobody who can work; else dependants for each labourer. */
    static int structure(List<Member> members) {
        int labourers = labourers(members);
        boolean lonely = members.size() == 1 && members.getFirst().age() >= 60;
        if (lonely || singleParent(members)) {
            return 0;
        }
        if (labourers == 0) {
            return 1;
        }
        double ratio = (double) (members.size() - labourers) / labourers;
        return ratio > 2 ? 2 : ratio >= 1 ? 3 : ratio >= 0.5 ? 4 : 5;
    }

    private static boolean singleParent(List<Member> members) {
        boolean minor = false;
        for (int i = 1; i < members.size(); i++) {
            Member member = members.get(i);
            switch (member.relation()) {
                case SON, DAUGHTER -> minor |= member.age() < 18;
                default -> {
                    return false;
                }
            }
        }
        return minor;
    }

    /** C10, from 0. */
    private int health(List<Member> members, Draw draw) {
        boolean gravelyIll = false;
        boolean severe = false;
        int chronic = 0;
        int disabled = 0;
        for (Member member : members) {
            gravelyIll |= member.health() == Health.MAJOR_ILLNESS;
            severe |= member.severelyDisabled();
            chronic += member.health() == Health.CHRONIC ? 1 : 0;
            disabled += member.health() == Health.DISABLED ? 1 : 0;
        }
        boolean passing = draw.chance(passingIllness);
        if (gravelyIll) {
            return 0;
        }
        if (severe) {
            return 1;
        }
        if (chronic + disabled > 1) {
            return 2;
        }
        return disabled > 0 ? 3 : chronic > 0 ? 4 : passing ? 5 : 6;
    }

    /** C11, from 0. */
    static int school(List<Member> members) {
        int higher = 0;
        int senior = 0;
        boolean any = false;
        for (Member member : members) {
            higher += member.schooling().higher() ? 1 : 0;
            senior += member.schooling().senior() ? 1 : 0;
            any |= member.schooling() != Schooling.NONE;
        }
        if (higher > 0) {
            return higher > 1 ? 0 : 1;
        }
        if (senior > 0) {
            return senior > 1 ? 2 : 3;
        }
        return any ? 4 : 5;
    }

    /** C12, from 0. */
    static int labourShare(List<Member> members) {
        int labourers = labourers(members);
        int fifths = labourers * 5;
        int size = members.size();
        if (labourers == 0) {
            return 0;
        }
        return fifths <= size ? 1 : fifths <= 2 * size ? 2 : fifths <= 3 * size ? 3 : fifths <= 4 * size ? 4 : 5;
    }

    /** C13, from 0. */
    static int wageWork(List<Member> members) {
        int half = 0;
        int quarter = 0;
        int any = 0;
        boolean steady = false;
        for (Member member : members) {
            half += member.monthsWorked() >= 6 ? 1 : 0;
            quarter += member.monthsWorked() >= 3 ? 1 : 0;
            any += member.monthsWorked() > 0 ? 1 : 0;
            steady |= member.labour() == Labour.SKILLED && member.monthsWorked() >= 6;
        }
        if (half >= 3 || steady) {
            return 5;
        }
        if (half > 0) {
            return half == 2 ? 4 : 3;
        }
        return quarter > 0 ? 2 : any > 0 ? 1 : 0;
    }

    private static int labourers(List<Member> members) {
        int labourers = 0;
        for (Member member : members) {
            labourers += member.labourer() ? 1 : 0;
        }
        return labourers;
    }
}
