package org.jingzhun.identification.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.statistics.Counting.Table;
import org.jingzhun.identification.statistics.multidimensional.AlkireFoster;

/** Puts counts together that belong together, row by row and in the order of the divisions. */
@ApplicationScoped
public class Reporting {

    private static final String ALL = "ALL";

    private final Counting counting;
    private final Deprivations deprivations;
    private final Targets targets;

    Reporting(Counting counting, Deprivations deprivations, Targets targets) {
        this.counting = counting;
        this.deprivations = deprivations;
        this.targets = targets;
    }

    /** The poor of a place beside all who are recorded there. */
    public record Incidence(long place, Headcount poor, Headcount recorded) {}

    /** Stocks at the beginning and the end of the year, and what lies between. */
    public record Movement(
            long place,
            Headcount poorAtBeginning,
            Headcount registered,
            Headcount exited,
            Headcount returned,
            Headcount rolledBack,
            Headcount removed,
            Headcount poorAtEnd,
            Headcount exitedAtEnd,
            Headcount removedAtEnd) {

        /** Exits less returns and roll-backs. */
        public Headcount netDecrease() {
            return exited.minus(returned).minus(rolledBack);
        }

        /** Who came onto the register or back to it. */
        public Headcount inflow() {
            return registered.plus(returned).plus(rolledBack);
        }

        /** Who left it, by exit or removal. */
        public Headcount outflow() {
            return exited.plus(removed);
        }

        /**
         * What of the difference between both stocks is neither: births, deaths, marriages and moves, and removals of
         * those who had left before.
         */
        public Headcount otherChange() {
            return poorAtEnd.minus(poorAtBeginning).minus(inflow()).plus(outflow());
        }
    }

    /** The errors of the register that are known. */
    public record Targeting(
            long place, Headcount poor, Headcount vetoedOnRegister, Headcount missed, Movement movement) {}

    /** A multidimensional measure of a place. */
    public record Multidimensional(long place, AlkireFoster.Result result) {}

    public List<Incidence> incidence(Question question) {
        Table stock = counting.stock(question, question.asOf());
        Table population = counting.population(question);
        List<Incidence> rows = new ArrayList<>();
        for (long place : places(stock, population)) {
            rows.add(new Incidence(place, poor(stock, place), population.at(place, ALL)));
        }
        return rows;
    }

    public List<Movement> movements(Question question) {
        Table before = counting.stock(question, question.opening());
        Table flows = counting.flows(question);
        Table after = counting.stock(question, question.asOf());
        List<Movement> rows = new ArrayList<>();
        for (long place : places(before, flows, after)) {
            rows.add(new Movement(
                    place,
                    poor(before, place),
                    flows.at(place, "REGISTERED"),
                    flows.at(place, "EXITED"),
                    flows.at(place, "RETURNED"),
                    flows.at(place, "ROLLED_BACK"),
                    flows.at(place, "REMOVED"),
                    poor(after, place),
                    after.at(place, "EXITED"),
                    after.at(place, "REMOVED")));
        }
        return rows;
    }

    public List<Targeting> targeting(Question question) {
        Table vetoed = counting.vetoedOnRegister(question);
        Table missed = counting.missed(question);
        List<Targeting> rows = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Movement movement : movements(question)) {
            seen.add(movement.place());
            rows.add(new Targeting(
                    movement.place(),
                    movement.poorAtEnd(),
                    vetoed.at(movement.place(), "VETOED"),
                    missed.at(movement.place(), "MISSED"),
                    movement));
        }
        for (long place : missed.places()) {
            if (seen.add(place)) {
                rows.add(new Targeting(
                        place, Headcount.NONE, Headcount.NONE, missed.at(place, "MISSED"), nothingMoved(place)));
            }
        }
        return rows;
    }

    /** Targets of the year against exits, returns and net, down to the village. */
    public List<Progress> progress(Question question) {
        Question byVillage = new Question(question.division(), question.year(), Level.VILLAGE, question.asOf());
        return Progress.of(
                question.division(),
                targets.listWithin(question.division(), question.year()),
                movements(byVillage),
                counting.villageExits(byVillage).places());
    }

    /** What came of a measure. */
    public record Measured(List<Multidimensional> rows, List<String> unmeasured) {}

    public Measured multidimensional(PublishedMeasure measure, Question question) {
        Deprivations.Found found = deprivations.of(measure, question);
        List<Multidimensional> rows = new ArrayList<>();
        found.groups()
                .forEach((place, groups) ->
                        rows.add(new Multidimensional(place, AlkireFoster.measure(measure.measure(), groups))));
        return new Measured(rows, found.unmeasured());
    }

    private static Movement nothingMoved(long place) {
        return new Movement(
                place,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE,
                Headcount.NONE);
    }

    private static Headcount poor(Table stock, long place) {
        return stock.at(place, "POOR").plus(stock.at(place, "RETURNED"));
    }

    private static Set<Long> places(Table... tables) {
        Set<Long> places = new TreeSet<>();
        for (Table table : tables) {
            places.addAll(table.places());
        }
        return places;
    }
}
