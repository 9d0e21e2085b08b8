package org.jingzhun.sample;

import java.util.List;
import org.jingzhun.sample.Member.Health;
import org.jingzhun.sample.Member.Labour;

/** How well a household lives, as far as its members explain it, and the income that goes with its rank. */
final class Wealth {

    private final double labourShare;
    private final double migrant;
    private final double skilled;
    private final double majorIllness;
    private final double severeDisability;
    private final double chronic;
    private final double college;
    private final double senior;
    private final double hamlet;
    private final double noise;
    private final double line;
    private final double gap;
    private final double depth;
    private final double height;

    Wealth(Parameters parameters) {
        labourShare = parameters.number("wealth.labour-share");
        migrant = parameters.number("wealth.migrant");
        skilled = parameters.number("wealth.skilled");
        majorIllness = parameters.number("wealth.major-illness");
        severeDisability = parameters.number("wealth.severe-disability");
        chronic = parameters.number("wealth.chronic");
        college = parameters.number("wealth.college");
        senior = parameters.number("wealth.senior");
        hamlet = parameters.number("wealth.hamlet");
        noise = parameters.number("wealth.noise");
        line = parameters.number("income.line");
        gap = parameters.number("wealth.gap");
        depth = parameters.number("wealth.poor-depth");
        height = parameters.number("wealth.rich-height");
    }

    /** Rank value: it orders the households of a village and has no unit. */
    double rankValue(List<Member> members, Hamlet place, Draw draw) {
        int labourers = 0;
        int migrants = 0;
        int ailing = 0;
        double sum = noise * draw.normal() + hamlet * place.infrastructure();
        boolean gravelyIll = false;
        boolean severe = false;
        for (Member member : members) {
            labourers += member.labourer() ? 1 : 0;
            migrants += member.monthsWorked() >= 6 ? 1 : 0;
            sum += member.labour() == Labour.SKILLED ? skilled : 0;
            sum += member.schooling().higher() ? college : member.schooling().senior() ? senior : 0;
            gravelyIll |= member.health() == Health.MAJOR_ILLNESS;
            severe |= member.severelyDisabled();
            ailing += member.health() == Health.CHRONIC || (member.health() == Health.DISABLED) ? 1 : 0;
        }
        return sum
                + labourShare * labourers / members.size()
                + migrant * Math.min(2, migrants)
                + (gravelyIll ? majorIllness : 0)
                + (severe ? severeDisability : 0)
                + chronic * Math.min(2, ailing);
    }

    /**
     * Logarithm of income over the poverty line.
     *
     * @param rank share of the poor (or of the others) that is poorer, 0 to 1
     */
    double height(boolean poor, double rank) {
        return poor
                ? -gap / 2 - depth * (1 - rank) * (0.6 + 0.4 * (1 - rank))
                : gap / 2 + height * rank * (0.75 + 0.25 * rank);
    }

    /** Yuan per head and year. */
    int income(double height) {
        return (int) Math.round(line * StrictMath.exp(height));
    }
}
