package org.jingzhun.identification.form.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jingzhun.identification.form.proposal.Person.Place.CHILD;
import static org.jingzhun.identification.form.proposal.Person.Place.HEAD;
import static org.jingzhun.identification.form.proposal.Person.Place.SPOUSE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jingzhun.identification.form.FormRulebook;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.junit.jupiter.api.Test;

class ProposingTest {

    private static final FormRules RULES = new FormRulebook().of("GX-2015");
    private static final Scorecard CARD = ShippedScorecards.get("GX-2015").card();
    private static final List<String> FROM_MEMBERS = List.of("C09", "C10", "C11", "C12", "C13");

    private static Person person(Person.Place place, int age, boolean works) {
        return new Person(place, age, works, false, 0, false, false, Person.School.NONE, 0);
    }

    private static Person waged(int months, boolean skilled) {
        return new Person(HEAD, 40, true, skilled, 0, false, false, Person.School.NONE, months);
    }

    private static Person ill(int disability, boolean chronic, boolean grave) {
        return new Person(HEAD, 40, true, false, disability, chronic, grave, Person.School.NONE, 0);
    }

    private static Person student(Person.School school) {
        return new Person(CHILD, 17, false, false, 0, false, false, school, 0);
    }

    private static String item(String category, Person... family) {
        Known known = new Known(List.of(family), null, List.of());
        return Proposing.propose(List.of(category), RULES, known)
                .getFirst()
                .items()
                .getFirst();
    }

    @Test
    void thePopulationStructureFollowsFromAgesAndLabour() {
        assertThat(item("C09", person(HEAD, 72, false))).isEqualTo("C09-01");
        assertThat(item("C09", person(HEAD, 35, true), person(CHILD, 17, false)))
                .isEqualTo("C09-01");
        assertThat(item("C09", person(HEAD, 35, true), person(SPOUSE, 35, true), person(CHILD, 17, false)))
                .isEqualTo("C09-06");
        assertThat(item("C09", person(HEAD, 72, false), person(SPOUSE, 70, false)))
                .isEqualTo("C09-02");
        Person atWork = person(HEAD, 35, true);
        Person old = person(Person.Place.OTHER, 70, false);
        assertThat(item("C09", atWork, old)).isEqualTo("C09-05");
        assertThat(item("C09", atWork, old, old)).isEqualTo("C09-04");
        assertThat(item("C09", atWork, old, old, old)).isEqualTo("C09-03");
        assertThat(item("C09", person(HEAD, 40, false), old)).isEqualTo("C09-03");
    }

    @Test
    void healthNamesTheHeaviestBurden() {
        assertThat(item("C10", ill(0, false, false))).isEqualTo("C10-07");
        assertThat(item("C10", ill(0, true, false))).isEqualTo("C10-05");
        assertThat(item("C10", ill(3, false, false))).isEqualTo("C10-04");
        assertThat(item("C10", ill(4, false, false), ill(0, true, false))).isEqualTo("C10-03");
        assertThat(item("C10", ill(2, false, false), ill(0, true, false))).isEqualTo("C10-02");
        assertThat(item("C10", ill(1, false, true))).isEqualTo("C10-01");
    }

    @Test
    void schoolingCountsTheDearestClasses() {
        assertThat(item("C11", person(HEAD, 40, true))).isEqualTo("C11-06");
        assertThat(item("C11", student(Person.School.PUPIL))).isEqualTo("C11-05");
        assertThat(item("C11", student(Person.School.SENIOR), student(Person.School.PUPIL)))
                .isEqualTo("C11-04");
        assertThat(item("C11", student(Person.School.SENIOR), student(Person.School.SENIOR)))
                .isEqualTo("C11-03");
        assertThat(item("C11", student(Person.School.TERTIARY))).isEqualTo("C11-02");
        assertThat(item("C11", student(Person.School.TERTIARY), student(Person.School.TERTIARY)))
                .isEqualTo("C11-01");
    }

    @Test
    void aShareOnABoundBelongsToTheLowerItem() {
        Person works = person(HEAD, 30, true);
        Person rests = person(CHILD, 5, false);
        assertThat(item("C12", rests)).isEqualTo("C12-01");
        assertThat(item("C12", works, rests, rests, rests, rests)).isEqualTo("C12-02");
        assertThat(item("C12", works, works, rests, rests, rests)).isEqualTo("C12-03");
        assertThat(item("C12", works, works, works, rests, rests)).isEqualTo("C12-04");
        assertThat(item("C12", works, works, works, works, rests)).isEqualTo("C12-05");
        assertThat(item("C12", works)).isEqualTo("C12-06");
    }

    @Test
    void wagedWorkIsCountedByMonths() {
        assertThat(item("C13", waged(0, true))).isEqualTo("C13-01");
        assertThat(item("C13", waged(2, false))).isEqualTo("C13-02");
        assertThat(item("C13", waged(3, false))).isEqualTo("C13-03");
        assertThat(item("C13", waged(6, false))).isEqualTo("C13-04");
        assertThat(item("C13", waged(6, false), waged(12, false))).isEqualTo("C13-05");
        assertThat(item("C13", waged(6, false), waged(7, false), waged(8, false)))
                .isEqualTo("C13-06");
        assertThat(item("C13", waged(6, true))).isEqualTo("C13-06");
    }

    @Provide
    Arbitrary<List<Person>> families() {
        Arbitrary<Person> persons = Combinators.combine(
                        Arbitraries.of(Person.Place.class),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Person.School.class),
                        Arbitraries.integers().between(0, 12))
                .as((place, age, works, ill, disability, school, months) ->
                        new Person(place, age, works, works && ill, disability, ill, false, school, months));
        return persons.list().ofMinSize(1).ofMaxSize(9);
    }

    @Property(tries = 500)
    void everyFamilyGetsOneItemOfEachCategoryThatFollowsFromItsMembers(
            @ForAll("families") List<Person> family, @ForAll Random random) {
        List<Proposal> proposals = Proposing.propose(FROM_MEMBERS, RULES, new Known(family, null, List.of()));
        assertThat(proposals).allSatisfy(proposal -> {
            assertThat(proposal.basis()).isEqualTo(Proposal.Basis.MEMBERS);
            assertThat(proposal.items()).hasSize(1);
        });
        List<Person> shuffled = new ArrayList<>(family);
        Collections.shuffle(shuffled, random);
        assertThat(Proposing.propose(FROM_MEMBERS, RULES, new Known(shuffled, null, List.of())))
                .as("the order of the members does not matter")
                .isEqualTo(proposals);
    }

    @Test
    void membersSayMoreThanAnEarlierVisitAndThatMoreThanNeighbours() {
        Map<String, List<String>> answers = Map.of("C07", List.of("C07-02"), "C12", List.of("C12-01"));
        Known.Earlier earlier = new Known.Earlier(LocalDate.of(2014, 5, 1), answers);
        List<Map<String, List<String>>> neighbours = Collections.nCopies(5, Map.of("C07", List.of("C07-05")));
        List<Person> family = List.of(person(HEAD, 40, true));

        List<Proposal> both = Proposing.propose(List.of("C07", "C12"), RULES, new Known(family, earlier, neighbours));
        assertThat(both.get(0).items()).containsExactly("C07-02");
        assertThat(both.get(0).asOf()).isEqualTo("2014-05-01");
        assertThat(both.get(1).items()).containsExactly("C12-06");

        List<Proposal> none = Proposing.propose(List.of("C07", "C12"), RULES, new Known(List.of(), null, neighbours));
        assertThat(none.get(0).items()).containsExactly("C07-05");
        assertThat(none.get(0).basis()).isEqualTo(Proposal.Basis.HAMLET);
        assertThat(none.get(0).value()).isEqualTo(1.0);
        assertThat(none.get(1)).isEqualTo(Proposal.nothing("C12"));
    }

    @Test
    void neighboursAreFollowedOnlyWhenEnoughOfThemAgreeAndOnlyAboutThePlace() {
        Map<String, List<String>> good = Map.of("C07", List.of("C07-05"), "C01", List.of("C01-05"));
        Map<String, List<String>> bad = Map.of("C07", List.of("C07-01"), "C01", List.of("C01-05"));
        assertThat(fromHamlet("C07", List.of(good, good))).isEmpty();
        assertThat(fromHamlet("C07", List.of(good, good, bad))).containsExactly("C07-05");
        assertThat(fromHamlet("C07", List.of(good, good, bad, bad))).isEmpty();
        assertThat(fromHamlet("C01", List.of(good, good, good))).isEmpty();
    }

    private static List<String> fromHamlet(String category, List<Map<String, List<String>>> neighbours) {
        return Proposing.propose(List.of(category), RULES, new Known(List.of(), null, neighbours))
                .getFirst()
                .items();
    }

    @Test
    void everyRuleNamesAnItemOfItsScorecard() {
        Map<String, Set<String>> items = CARD.categories().stream()
                .collect(Collectors.toMap(
                        Category::code,
                        category -> category.items().stream().map(Item::code).collect(Collectors.toSet())));
        assertThat(RULES.members())
                .allSatisfy(rule -> assertThat(items.get(rule.category())).contains(rule.item()));
        assertThat(items.keySet()).containsAll(RULES.ofPlaces());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> person(HEAD, -1, true)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> ill(5, false, false)).hasMessageContaining("0 to 4");
        assertThatThrownBy(() -> waged(13, false)).hasMessageContaining("0 to 12");
        assertThatThrownBy(() -> new Rule("C01", "C01-01", Measure.PERSONS, null, null, null, "x"))
                .hasMessageContaining("must have a bound");
        assertThatThrownBy(() -> new Rule("C01", "C01-01", Measure.PERSONS, 1.0, null, null, " "))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> new FormRules(List.of(), Set.of(), 0, 1)).hasMessageContaining("1 or more");
    }
}
