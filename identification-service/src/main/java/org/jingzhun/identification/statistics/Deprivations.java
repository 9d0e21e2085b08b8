package org.jingzhun.identification.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.identification.assessment.ScoreChanges;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jingzhun.identification.statistics.multidimensional.Group;

/** Reads from the answers that count, those of appraisals included, of which things households are deprived, grouped by the database. */
@ApplicationScoped
public class Deprivations {

    private static final String SCORECARDS = """
            select distinct c.scorecard from campaign c
            where c.year = :year and c.county <= :to and c.county + 999999 >= :from order by 1
            """;

    private final Session database;
    private final Scorecards scorecards;

    Deprivations(Session database, Scorecards scorecards) {
        this.database = database;
        this.scorecards = scorecards;
    }

    /**
     * What was found.
     *
     * @param groups by place
     * @param unmeasured scorecards of the year that do not ask what the measure needs; their households are left out
     */
    public record Found(Map<Long, List<Group>> groups, List<String> unmeasured) {}

    public Found of(PublishedMeasure measure, Question question) {
        Map<Long, List<Group>> groups = new TreeMap<>();
        List<String> unmeasured = new ArrayList<>();
        for (String version : database.createNativeQuery(SCORECARDS, String.class)
                .setParameter("year", question.year())
                .setParameter("from", question.division().from())
                .setParameter("to", question.division().to())
                .getResultList()) {
            Scorecard card = scorecards.get(version).card();
            if (asksAll(card, measure)) {
                add(groups, card, measure, question);
            } else {
                unmeasured.add(version);
            }
        }
        return new Found(groups, unmeasured);
    }

    private static boolean asksAll(Scorecard card, PublishedMeasure measure) {
        Set<String> items = new HashSet<>();
        card.categories().forEach(category -> category.items().forEach(item -> items.add(item.code())));
        return measure.definitions().stream()
                .filter(definition -> !definition.isOfMembers())
                .allMatch(definition -> items.containsAll(definition.deprived()));
    }

    private void add(Map<Long, List<Group>> groups, Scorecard card, PublishedMeasure measure, Question question) {
        StringBuilder pattern = new StringBuilder();
        for (int place = 0; place < measure.definitions().size(); place++) {
            pattern.append(place == 0 ? "" : " | ")
                    .append("(case when ")
                    .append(condition(card, measure.definitions().get(place)))
                    .append(" then ")
                    .append(1 << place)
                    .append(" else 0 end)");
        }
        NativeQuery<Tuple> query = database.createNativeQuery(
                "select " + question.place("a.village_code") + " as place, " + pattern
                        + " as pattern, count(*) as households, sum(h.persons) as persons"
                        + " from assessment a left join ("
                        + ScoreChanges.inForce("s.village_code between :from and :to")
                        + ") appraised on appraised.assessment_id = a.id join campaign c on c.id = a.campaign_id and c.year = :year"
                        + " join household h on h.id = a.household_id and h.village_code = a.village_code"
                        + " where a.village_code between :from and :to and a.scorecard = :scorecard and h.persons > 0"
                        + " and (a.round = 'SECOND_VISIT' or not exists (select from assessment later"
                        + " where later.campaign_id = a.campaign_id and later.household_id = a.household_id"
                        + " and later.round = 'SECOND_VISIT')) group by 1, 2",
                Tuple.class);
        for (Tuple row : query.setParameter("year", question.year())
                .setParameter("from", question.division().from())
                .setParameter("to", question.division().to())
                .setParameter("scorecard", card.version())
                .getResultList()) {
            groups.computeIfAbsent(((Number) row.get("place")).longValue(), none -> new ArrayList<>())
                    .add(new Group(
                            ((Number) row.get("pattern")).intValue(),
                            ((Number) row.get("households")).longValue(),
                            ((Number) row.get("persons")).longValue()));
        }
    }

    private static String condition(Scorecard card, PublishedMeasure.Definition definition) {
        if (definition.isOfMembers()) {
            return "exists (select from member m where m.household_id = a.household_id and m.education = 'ILLITERATE'"
                    + " and m.birth_date <= a.visited_on - interval '15 years')";
        }
        long low = 0;
        long high = 0;
        int place = 0;
        for (Category category : card.categories()) {
            for (Item item : category.items()) {
                if (definition.deprived().contains(item.code())) {
                    low |= place < Long.SIZE ? 1L << place : 0;
                    high |= place < Long.SIZE ? 0 : 1L << (place - Long.SIZE);
                }
                place++;
            }
        }
        return ("((coalesce(appraised.low, a.answers_low) & cast('%d' as bigint)) <> 0"
                        + " or (coalesce(appraised.high, a.answers_high) & cast('%d' as bigint)) <> 0)")
                .formatted(low, high);
    }
}
