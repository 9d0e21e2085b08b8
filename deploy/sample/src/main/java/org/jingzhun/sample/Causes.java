package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.List;

/** Draws the causes of poverty that a surveyor would write down, by what is seen in the household. */
@SuppressWarnings("EnumOrdinal") // weights stand in the order of the causes
final class Causes {

    private static final Cause[] ALL = Cause.values();

    private final double illnessMajor;
    private final double illnessChronic;
    private final double disabilitySevere;
    private final double disability;
    private final double schooling;
    private final double labour;
    private final double land;
    private final double water;
    private final double transport;
    private final double funds;
    private final double skills;
    private final double motivation;
    private final double disaster;
    private final double other;
    private final double second;
    private final double third;

    Causes(Parameters parameters) {
        illnessMajor = parameters.number("cause.illness-major");
        illnessChronic = parameters.number("cause.illness-chronic");
        disabilitySevere = parameters.number("cause.disability-severe");
        disability = parameters.number("cause.disability");
        schooling = parameters.number("cause.schooling");
        labour = parameters.number("cause.lack-of-labour");
        land = parameters.number("cause.lack-of-land");
        water = parameters.number("cause.lack-of-water");
        transport = parameters.number("cause.poor-transport");
        funds = parameters.number("cause.lack-of-funds");
        skills = parameters.number("cause.lack-of-skills");
        motivation = parameters.number("cause.lack-of-motivation");
        disaster = parameters.number("cause.disaster");
        other = parameters.number("cause.other");
        second = parameters.number("cause.second");
        third = parameters.number("cause.third");
    }

    /** One to three causes, the main cause first. */
    List<Cause> draw(List<Member> members, Hamlet hamlet, double acres, Draw draw) {
        double[] weights = weights(members, hamlet, acres);
        int count = draw.chance(second) ? (draw.chance(third) ? 3 : 2) : 1;
        List<Cause> causes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int chosen = draw.weighted(weights);
            if (weights[chosen] > 0) {
                causes.add(ALL[chosen]);
                weights[chosen] = 0;
            }
        }
        return causes;
    }

    private double[] weights(List<Member> members, Hamlet hamlet, double acres) {
        double[] weights = new double[ALL.length];
        int labourers = 0;
        for (Member member : members) {
            labourers += member.labourer() ? 1 : 0;
            switch (member.health()) {
                case MAJOR_ILLNESS -> raise(weights, Cause.ILLNESS, illnessMajor);
                case CHRONIC -> raise(weights, Cause.ILLNESS, illnessChronic);
                case DISABLED ->
                    raise(weights, Cause.DISABILITY, member.severelyDisabled() ? disabilitySevere : disability);
                case HEALTHY -> {}
            }
            if (member.schooling().higher() || member.schooling().senior()) {
                raise(weights, Cause.SCHOOLING, schooling);
            }
        }
        raise(weights, Cause.LACK_OF_LABOUR, labourers * 5 <= members.size() ? labour : 0);
        raise(weights, Cause.LACK_OF_LAND, acres < -0.5 ? land : 0);
        raise(weights, Cause.LACK_OF_WATER, hamlet.infrastructure() < -0.9 ? water : 0);
        raise(weights, Cause.POOR_TRANSPORT, hamlet.infrastructure() < -0.6 ? transport : 0);
        raise(weights, Cause.LACK_OF_SKILLS, labourers > 0 ? skills : 0);
        raise(weights, Cause.LACK_OF_MOTIVATION, labourers > 0 ? motivation : 0);
        raise(weights, Cause.LACK_OF_FUNDS, funds);
        raise(weights, Cause.DISASTER, disaster);
        raise(weights, Cause.OTHER, other);
        return weights;
    }

    private static void raise(double[] weights, Cause cause, double weight) {
        weights[cause.ordinal()] = Math.max(weights[cause.ordinal()], weight);
    }
}
