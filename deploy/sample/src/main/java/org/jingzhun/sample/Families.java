package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jingzhun.sample.Member.Relation;

/** Draws the shape of a family: who belongs to it, of what age and relation. */
final class Families {

    private final double[] shapes;
    private final double[] children;
    private final double split;

    Families(Parameters parameters) {
        shapes = parameters.numbers(
                "family.single",
                "family.couple",
                "family.nuclear",
                "family.single-parent",
                "family.stem",
                "family.skipped",
                "family.elder-head");
        children =
                parameters.numbers("family.children.1", "family.children.2", "family.children.3", "family.children.4");
        split = parameters.number("family.split");
    }

    /** A place in the family. Grandparents come after the couple and before the children. */
    record Place(Relation relation, Sex sex, int age) {}

    /**
     * A family, or one half of it.
     *
     * @param places the householder first
     * @param apart the grandparents, when they are registered as a household of their own (拆户); otherwise empty
     */
    record Family(List<Place> places, List<Place> apart) {}

    /** A family of at most so many persons. */
    Family draw(int most, Draw draw) {
        List<Place> places = new ArrayList<>(8);
        List<Place> apart = new ArrayList<>(2);
        switch (most == 1 ? 0 : draw.weighted(shapes)) {
            case 0 -> single(places, draw);
            case 1 -> couple(places, most == 2 && draw.chance(0.3) ? draw.between(23, 45) : coupleAge(draw), draw);
            case 2 -> nuclear(places, draw);
            case 3 -> singleParent(places, draw);
            case 4 -> {
                nuclear(places, draw);
                grandparents(draw.chance(split) ? apart : places, places.getFirst(), draw);
            }
            case 5 -> skipped(places, draw);
            default -> elderHead(places, draw);
        }
        while (places.size() > most) {
            places.removeLast();
        }
        if (places.size() + apart.size() > most) {
            apart.clear();
        }
        return new Family(places, apart);
    }

    private static void single(List<Place> places, Draw draw) {
        boolean old = draw.chance(0.65);
        Sex sex = draw.chance(old ? 0.45 : 0.80) ? Sex.MALE : Sex.FEMALE;
        places.add(new Place(Relation.HEAD, sex, old ? draw.between(60, 88) : draw.between(28, 59)));
    }

    private static int coupleAge(Draw draw) {
        return draw.chance(0.6) ? draw.between(52, 78) : draw.between(23, 51);
    }

    private static void couple(List<Place> places, int husband, Draw draw) {
        places.add(new Place(Relation.HEAD, Sex.MALE, husband));
        places.add(new Place(Relation.SPOUSE, Sex.FEMALE, wifeAge(husband, draw)));
    }

    private static int wifeAge(int husband, Draw draw) {
        return Math.max(20, husband - draw.between(-2, 5));
    }

    private void nuclear(List<Place> places, Draw draw) {
        couple(places, (draw.between(24, 54) + draw.between(26, 54)) / 2, draw);
        children(places, places.get(1).age(), Relation.SON, Relation.DAUGHTER, draw);
    }

    private void singleParent(List<Place> places, Draw draw) {
        Sex sex = draw.chance(0.55) ? Sex.MALE : Sex.FEMALE;
        places.add(new Place(Relation.HEAD, sex, draw.between(27, 52)));
        children(places, places.getFirst().age(), Relation.SON, Relation.DAUGHTER, draw);
        if (places.size() > 3) {
            places.removeLast();
        }
    }

    private static void grandparents(List<Place> places, Place husband, Draw draw) {
        boolean apart = places.isEmpty();
        int father = Math.min(96, husband.age() + draw.between(21, 33));
        boolean fatherLives = draw.chance(father > 78 ? 0.35 : 0.72);
        boolean motherLives = draw.chance(father > 78 ? 0.50 : 0.85) || !fatherLives;
        int at = apart ? 0 : 2;
        if (fatherLives) {
            places.add(at++, new Place(apart ? Relation.HEAD : Relation.FATHER, Sex.MALE, father));
        }
        if (motherLives) {
            int mother = Math.max(husband.age() + 19, father - draw.between(0, 4));
            Relation relation = apart ? (fatherLives ? Relation.SPOUSE : Relation.HEAD) : Relation.MOTHER;
            places.add(at, new Place(relation, Sex.FEMALE, Math.min(99, mother)));
        }
    }

    private void skipped(List<Place> places, Draw draw) {
        int grandfather = draw.between(56, 74);
        if (draw.chance(0.65)) {
            couple(places, grandfather, draw);
        } else {
            places.add(new Place(Relation.HEAD, draw.chance(0.3) ? Sex.MALE : Sex.FEMALE, grandfather));
        }
        int eldest = Math.min(17, places.getLast().age() - 40);
        int count = draw.between(1, 2);
        for (int i = 0, age = draw.between(Math.min(5, eldest), eldest); i < count && age >= 0; i++, age -= 3) {
            boolean boy = draw.chance(0.53);
            places.add(new Place(boy ? Relation.GRANDSON : Relation.GRANDDAUGHTER, boy ? Sex.MALE : Sex.FEMALE, age));
        }
    }

    private void elderHead(List<Place> places, Draw draw) {
        int son = (draw.between(23, 46) + draw.between(23, 46)) / 2;
        int father = son + draw.between(21, 32);
        if (draw.chance(father > 74 ? 0.55 : 0.85)) {
            places.add(new Place(Relation.HEAD, Sex.MALE, father));
            places.add(new Place(
                    Relation.SPOUSE, Sex.FEMALE, Math.max(son + 19, Math.min(father + 1, wifeAge(father, draw)))));
        } else {
            places.add(new Place(Relation.HEAD, draw.chance(0.4) ? Sex.MALE : Sex.FEMALE, father));
        }
        places.add(new Place(Relation.SON, Sex.MALE, son));
        if (draw.chance(0.86)) {
            int wife = wifeAge(son, draw);
            places.add(new Place(Relation.DAUGHTER_IN_LAW, Sex.FEMALE, wife));
            children(places, wife, Relation.GRANDSON, Relation.GRANDDAUGHTER, draw);
        }
    }

    /** Children of a mother of this age, the eldest first; grown daughters have mostly married out. */
    private void children(List<Place> places, int mother, Relation son, Relation daughter, Draw draw) {
        int wanted = draw.weighted(children) + 1;
        int age = mother - draw.between(20, 27);
        List<Place> found = new ArrayList<>(4);
        for (int i = 0; i < wanted && age >= 0; i++, age -= draw.between(2, 5)) {
            boolean boy = draw.chance(0.535);
            boolean gone = age > 30 || (age > 21 && draw.chance(boy ? 0.25 : 0.75));
            if (!gone && mother - age <= 44) {
                found.add(new Place(boy ? son : daughter, boy ? Sex.MALE : Sex.FEMALE, age));
            }
        }
        found.sort(Comparator.comparingInt(Place::age).reversed());
        places.addAll(found);
    }
}
