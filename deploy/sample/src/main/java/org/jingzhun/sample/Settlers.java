package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.List;
import org.jingzhun.sample.Families.Place;
import org.jingzhun.sample.Member.Health;
import org.jingzhun.sample.Member.Labour;
import org.jingzhun.sample.Member.Schooling;
import org.jingzhun.sample.Member.Work;

/** Fills the places of a family with people: name, ethnic group, id number, and the course of their lives. */
final class Settlers {

    private final Model model;
    private final IdNumbers numbers;
    private final String[] groups;
    private final double[] groupShares;

    Settlers(Model model, IdNumbers numbers, String[] groups, double[] groupShares) {
        this.model = model;
        this.numbers = numbers;
        this.groups = groups;
        this.groupShares = groupShares;
    }

    /** Where a family comes from: its ethnic group and the surname of its male line. */
    record Origin(String ethnicity, String surname) {}

    Origin origin(Hamlet hamlet, Draw draw) {
        String ethnicity =
                draw.chance(model.sameGroupHouseholds()) ? hamlet.ethnicity() : groups[draw.weighted(groupShares)];
        return new Origin(ethnicity, model.names().surname(ethnicity, draw));
    }

    List<Member> members(List<Place> places, Origin origin, VillageMaker.IdSeries ids, int household, Draw draw) {
        List<Member> members = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            members.add(member(places.get(i), origin, ids, household, i, draw));
        }
        return members;
    }

    private Member member(Place place, Origin origin, VillageMaker.IdSeries ids, int household, int part, Draw draw) {
        IdNumbers.Identity identity = numbers.next(place.age());
        int year = identity.birth().getYear();
        Origin own = marriedIn(place) ? married(origin, draw) : origin;
        Lives lives = model.lives();
        int age = place.age();
        Schooling schooling = lives.schooling(age, draw);
        if (part == 0 || marriedIn(place)) {
            schooling = Schooling.NONE;
        }
        Health health = lives.health(age, draw);
        String disability = health == Health.DISABLED ? lives.disability(draw) : null;
        boolean severe = disability != null && disability.charAt(disability.length() - 1) <= '2';
        Labour labour = lives.labour(age, schooling, health, severe, draw);
        Work work = lives.work(age, labour, draw);
        return new Member(
                ids.member(household, part),
                own.surname() + model.names().given(place.sex(), year, draw),
                identity.number(),
                place.sex(),
                identity.birth(),
                age,
                place.relation(),
                own.ethnicity(),
                lives.education(age, year, schooling, draw),
                schooling,
                health,
                disability,
                labour,
                work,
                lives.monthsWorked(work, draw),
                draw.chance(model.insured()),
                draw.chance(model.pensioned()) && age >= 18 && schooling == Schooling.NONE);
    }

    private Origin married(Origin origin, Draw draw) {
        String ethnicity =
                draw.chance(model.sameGroupMarriages()) ? origin.ethnicity() : groups[draw.weighted(groupShares)];
        return new Origin(ethnicity, model.names().surname(ethnicity, draw));
    }

    /** Women who came from another family; a woman who heads a household keeps her own name too. */
    private static boolean marriedIn(Place place) {
        return switch (place.relation()) {
            case SPOUSE, DAUGHTER_IN_LAW, MOTHER -> true;
            case HEAD -> place.sex() == Sex.FEMALE;
            case SON,
                    DAUGHTER,
                    SON_IN_LAW,
                    GRANDSON,
                    GRANDDAUGHTER,
                    MATERNAL_GRANDSON,
                    MATERNAL_GRANDDAUGHTER,
                    FATHER,
                    OTHER -> false;
        };
    }
}
