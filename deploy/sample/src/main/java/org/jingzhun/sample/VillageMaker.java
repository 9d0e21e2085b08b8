package org.jingzhun.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.sample.CountyPlan.VillagePlan;
import org.jingzhun.sample.Families.Family;
import org.jingzhun.sample.Ids.Kind;
import org.jspecify.annotations.Nullable;

/** Makes one village of a county from the seed alone: its hamlets, families, truth, answers and asset records. */
final class VillageMaker {

    private static final int PEOPLE = 2;
    private static final int ASSESSING = 3;

    private final long seed;
    private final Divisions divisions;
    private final Model model;
    private final CountyPlan county;
    private final AreaCodes outsiders;
    private final String[] groups;
    private final double[] groupShares;

    VillageMaker(long seed, Divisions divisions, Model model, CountyPlan county) {
        this.seed = seed;
        this.divisions = divisions;
        this.model = model;
        this.county = county;
        this.outsiders = AreaCodes.outsiders(county.county().substring(0, 2), divisions);
        var shares = model.parameters().under("county." + county.county() + ".ethnic.");
        if (shares.isEmpty()) {
            shares = model.parameters().under("county.default.ethnic.");
        }
        groups = shares.keySet().toArray(String[]::new);
        groupShares = shares.values().stream().mapToDouble(share -> share).toArray();
    }

    /** A household while it is being made. */
    private static final class Draft {
        private final UUID id;
        private final int number;
        private final Hamlet hamlet;
        private final List<Member> members;
        private double rankValue;
        private double height;
        private boolean poor;
        private @Nullable Draft splitFrom;
        private @Nullable Oddity oddity;

        private Draft(UUID id, int number, Hamlet hamlet, List<Member> members) {
            this.id = id;
            this.number = number;
            this.hamlet = hamlet;
            this.members = members;
        }
    }

    Village make(VillagePlan plan) {
        long code = Long.parseLong(plan.division().code());
        Draw people = Draw.of(seed, code, PEOPLE);
        List<Draft> drafts = settle(plan, code, people);
        rank(drafts, plan.poorPersons());
        Draw assessing = Draw.of(seed, code, ASSESSING);
        Team team = team(assessing);
        List<AssetRecord> records = new ArrayList<>();
        List<Household> households = new ArrayList<>(drafts.size());
        String address = address(plan.division());
        for (Draft draft : drafts) {
            households.add(
                    household(draft, plan, code, address, team.on(draft.number, drafts.size()), records, assessing));
        }
        IdNumbers others =
                new IdNumbers(outsiders, divisions.order(plan.division()) % outsiders.villages(), model.timePoint());
        model.records().outsiders(drafts.size(), others, records, assessing);
        return new Village(plan.division(), plan.poorVillage(), households, records);
    }

    private List<Draft> settle(VillagePlan plan, long code, Draw draw) {
        Hamlet[] hamlets = hamlets(plan, draw);
        IdNumbers numbers = new IdNumbers(county.areas(), plan.place(), model.timePoint());
        Settlers settlers = new Settlers(model, numbers, groups, groupShares);
        int order = divisions.order(plan.division());
        List<Draft> drafts = new ArrayList<>(plan.persons() / 4 + 8);
        int settled = 0;
        while (settled < plan.persons()) {
            Hamlet hamlet = hamlets[(int) ((long) settled * hamlets.length / plan.persons())];
            Family family = model.families().draw(plan.persons() - settled, draw);
            int number = drafts.size();
            UUID id = Ids.of(Kind.HOUSEHOLD, seed, code, order, number, 0);
            Settlers.Origin origin = settlers.origin(hamlet, draw);
            IdSeries ids = new IdSeries(seed, code, order);
            Draft draft = new Draft(id, number, hamlet, settlers.members(family.places(), origin, ids, number, draw));
            draft.rankValue = model.wealth().rankValue(draft.members, hamlet, draw);
            drafts.add(draft);
            settled += family.places().size();
            if (!family.apart().isEmpty()) {
                UUID apart = Ids.of(Kind.HOUSEHOLD, seed, code, order, number + 1, 0);
                Draft elders = new Draft(
                        apart, number + 1, hamlet, settlers.members(family.apart(), origin, ids, number + 1, draw));
                elders.rankValue = draft.rankValue;
                elders.splitFrom = draft;
                drafts.add(elders);
                settled += family.apart().size();
            }
        }
        return drafts;
    }

    /** Ids of the members of one village. */
    record IdSeries(long seed, long code, int order) {
        UUID member(int household, int part) {
            return Ids.of(Kind.MEMBER, seed, code, order, household, part);
        }
    }

    private Hamlet[] hamlets(VillagePlan plan, Draw draw) {
        int count = Math.max(1, (int) Math.rint(plan.persons() / model.personsPerHamlet()));
        String leading = groups[draw.weighted(groupShares)];
        String[] names = model.names().hamlets(leading, count, draw);
        double land = 0.6 * draw.normal();
        Hamlet[] hamlets = new Hamlet[count];
        for (int i = 0; i < count; i++) {
            String group = draw.chance(model.sameGroupHamlets()) ? leading : groups[draw.weighted(groupShares)];
            hamlets[i] = new Hamlet(
                    names[i],
                    group,
                    plan.infrastructure() + model.hamletSpread() * draw.normal(),
                    land + 0.4 * draw.normal());
        }
        return hamlets;
    }

    /** The poorest households, up to the persons planned, are truly poor; the rank among their like gives the income. */
    private void rank(List<Draft> drafts, int poorPersons) {
        Draft[] byValue = drafts.toArray(Draft[]::new);
        Arrays.sort(
                byValue,
                Comparator.comparingDouble((Draft draft) -> draft.rankValue).thenComparingInt(draft -> draft.number));
        int persons = 0;
        int poor = 0;
        while (poor < byValue.length && 2 * persons + byValue[poor].members.size() <= 2 * poorPersons) {
            persons += byValue[poor++].members.size();
        }
        if (poorPersons == 0) {
            poor = 0;
        }
        for (int i = 0; i < byValue.length; i++) {
            Draft draft = byValue[i];
            draft.poor = i < poor;
            double rank = draft.poor ? (i + 0.5) / poor : (i - poor + 0.5) / (byValue.length - poor);
            draft.height = model.wealth().height(draft.poor, rank);
        }
    }

    private Household household(
            Draft draft, VillagePlan plan, long code, String address, Team team, List<AssetRecord> records, Draw draw) {
        draft.oddity = model.oddities().plant(draft.poor, draft.splitFrom != null, draw);
        double shown = model.oddities().shown(draft.oddity, draft.height, draw);
        double acres = draft.hamlet.land() + 0.7 * draw.normal();
        Answers answers = model.answering().answer(draft.members, shown, draft.hamlet, acres, draw);
        List<Cause> causes = model.causes().draw(draft.members, draft.hamlet, acres, draw);
        if (draft.oddity == null || draft.oddity == Oddity.SPLIT_FAMILY || draft.oddity == Oddity.MISSED_POOR) {
            model.records().ordinary(draft.members, draft.height, records, draw);
        }
        if (draft.oddity != null) {
            model.records().planted(draft.oddity, draft.members, records, draw);
        }
        String householder = draft.members.getFirst().name();
        UUID linked = draft.oddity == Oddity.SPLIT_FAMILY && draft.splitFrom != null ? draft.splitFrom.id : null;
        UUID assessmentId = Ids.of(Kind.ASSESSMENT, seed, code, divisions.order(plan.division()), draft.number, 0);
        return new Household(
                draft.id,
                plan.division().code(),
                draft.hamlet.name(),
                address + draft.hamlet.name() + (draft.number + 1) + "号",
                householder,
                draw.chance(model.phone()) ? "142" + (10_000_000 + draw.below(90_000_000)) : null,
                draft.members,
                new Assessment(
                        assessmentId,
                        team.day(),
                        team.assessors(),
                        answers,
                        householder,
                        causes.getFirst(),
                        List.copyOf(causes.subList(1, causes.size()))),
                new Household.Truth(model.wealth().income(draft.height), draft.poor, draft.oddity, linked));
    }

    private String address(Division village) {
        Division township = divisions.get(village.parent());
        return township.name() + village.shortName();
    }

    /** Who visits on which day. */
    private record Team(List<List<String>> pairs, LocalDate day, List<String> assessors, LocalDate last) {

        Team on(int household, int households) {
            long span = last.toEpochDay() - day.toEpochDay();
            return new Team(
                    pairs, day.plusDays(span * household / households), pairs.get(household % pairs.size()), last);
        }
    }

    private Team team(Draw draw) {
        Set<String> distinct = new LinkedHashSet<>();
        while (distinct.size() < 4) {
            String group = groups[draw.weighted(groupShares)];
            Sex sex = draw.chance(0.7) ? Sex.MALE : Sex.FEMALE;
            distinct.add(model.names().surname(group, draw) + model.names().given(sex, 1975, draw));
        }
        List<String> names = List.copyOf(distinct);
        LocalDate first = model.timePoint().plusDays(draw.between(0, 14));
        LocalDate last = model.lastVisit().minusDays(draw.between(0, 14));
        List<List<String>> pairs = List.of(names.subList(0, 2), names.subList(2, 4));
        return new Team(pairs, first, pairs.getFirst(), last);
    }
}
