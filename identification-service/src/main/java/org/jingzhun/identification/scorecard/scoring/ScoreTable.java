package org.jingzhun.identification.scorecard.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scorecard made ready for millions of sheets: the bits of each category are one index into a table of its points.
 * Gives the same totals as {@link Scoring#score}, without the proof.
 */
public final class ScoreTable {

    /** In place of a score: the sheet has a fault, {@link Scoring#check} says which. */
    public static final int FAULTY = -1;

    private final Scorecard card;
    private final Map<String, Place> places;
    /** Of each category: its first bit, the mask of its width, and where its part of {@link #points} begins. */
    private final int[] shifts;

    private final int[] masks;
    private final int[] starts;
    private final short[] points;
    /** The bits that no item of the card has. */
    private final long unusedLow;

    private final long unusedHigh;

    private record Place(int bit, Category category, Item item) {}

    private ScoreTable(Scorecard card) {
        this.card = card;
        int categories = card.categories().size();
        this.places = HashMap.newHashMap(card.itemCount());
        this.shifts = new int[categories];
        this.masks = new int[categories];
        this.starts = new int[categories];
        int size = card.categories().stream()
                .mapToInt(category -> 1 << category.items().size())
                .sum();
        this.points = new short[size];
        int bit = 0;
        int start = 0;
        for (int c = 0; c < categories; c++) {
            Category category = card.categories().get(c);
            int width = category.items().size();
            shifts[c] = bit;
            masks[c] = (1 << width) - 1;
            starts[c] = start;
            for (int held = 0; held <= masks[c]; held++) {
                points[start + held] = (short) pointsOf(category, held);
            }
            for (Item item : category.items()) {
                places.put(item.code(), new Place(bit++, category, item));
            }
            start += 1 << width;
        }
        this.unusedLow = bit >= Long.SIZE ? 0 : -1L << bit;
        this.unusedHigh = bit >= AnswerSheet.BITS ? 0 : bit <= Long.SIZE ? -1L : -1L << (bit - Long.SIZE);
    }

    public static ScoreTable of(Scorecard card) {
        return new ScoreTable(card);
    }

    public Scorecard card() {
        return card;
    }

    /** The score of the sheet with these bits, or {@link #FAULTY}. */
    public int score(long low, long high) {
        if (((low & unusedLow) | (high & unusedHigh)) != 0) {
            return FAULTY;
        }
        int total = 0;
        for (int c = 0; c < shifts.length; c++) {
            int shift = shifts[c];
            long bits = shift >= Long.SIZE
                    ? high >>> shift
                    : shift == 0 ? low : (low >>> shift) | (high << (Long.SIZE - shift));
            int subtotal = points[starts[c] + ((int) bits & masks[c])];
            if (subtotal < 0) {
                return FAULTY;
            }
            total += subtotal;
        }
        return total;
    }

    /**
     * The scores of many sheets.
     *
     * @param scores as long as {@code low} and {@code high}; gets a score or {@link #FAULTY} for each
     */
    public void score(long[] low, long[] high, int[] scores) {
        if (low.length != high.length || low.length != scores.length) {
            throw new IllegalArgumentException("%d low and %d high halves and %d scores must be equally many"
                    .formatted(low.length, high.length, scores.length));
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(low[i], high[i]);
        }
    }

    /**
     * Reads answers as they are sent: by category the codes of the items that hold.
     *
     * @param version the scorecard that was answered
     */
    public Reading read(String version, Map<String, ? extends Collection<String>> answers) {
        if (!version.equals(card.version())) {
            return new Reading.Faulty(List.of(new AnswerFault.OtherScorecard(card.version(), version)));
        }
        List<AnswerFault> faults = new ArrayList<>();
        Set<String> known = HashSet.newHashSet(shifts.length);
        card.categories().forEach(category -> known.add(category.code()));
        long low = 0;
        long high = 0;
        for (Map.Entry<String, ? extends Collection<String>> answer : answers.entrySet()) {
            String category = answer.getKey();
            if (!known.contains(category)) {
                faults.add(new AnswerFault.UnknownCategory(card.version(), category));
                continue;
            }
            for (String code : answer.getValue()) {
                Place place = places.get(code);
                if (place == null || !place.category().code().equals(category)) {
                    faults.add(new AnswerFault.UnknownItem(card.version(), category, code));
                    continue;
                }
                long mask = 1L << place.bit();
                boolean isLow = place.bit() < Long.SIZE;
                if (((isLow ? low : high) & mask) != 0) {
                    faults.add(new AnswerFault.RepeatedItem(category, code));
                }
                low |= isLow ? mask : 0;
                high |= isLow ? 0 : mask;
            }
        }
        AnswerSheet sheet = new AnswerSheet(card.version(), low, high);
        if (score(low, high) == FAULTY) {
            faults.addAll(Scoring.check(card, sheet));
        }
        return faults.isEmpty() ? new Reading.Read(sheet) : new Reading.Faulty(faults);
    }

    /** Reads answers as one list of item codes, in any order. */
    public Reading readItems(String version, Collection<String> codes) {
        Map<String, List<String>> answers = new HashMap<>();
        for (String code : codes) {
            Place place = places.get(code);
            String category =
                    place == null ? code.split("-", 2)[0] : place.category().code();
            answers.computeIfAbsent(category, none -> new ArrayList<>()).add(code);
        }
        return read(version, answers);
    }

    /** The answers of a sheet as they are sent, in the order of the form. */
    public static Map<String, List<String>> write(Scorecard card, AnswerSheet sheet) {
        Map<String, List<String>> answers =
                LinkedHashMap.newLinkedHashMap(card.categories().size());
        int place = 0;
        for (Category category : card.categories()) {
            List<String> held = new ArrayList<>();
            for (Item item : category.items()) {
                if (sheet.holds(place++)) {
                    held.add(item.code());
                }
            }
            answers.put(category.code(), List.copyOf(held));
        }
        return answers;
    }

    private static int pointsOf(Category category, int held) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < category.items().size(); i++) {
            if ((held >>> i & 1) != 0) {
                items.add(category.items().get(i));
            }
        }
        List<AnswerFault> faults = new ArrayList<>();
        Scoring.checkCategory(category, items, faults);
        return faults.isEmpty() ? Math.min(items.stream().mapToInt(Item::points).sum(), category.maxPoints()) : FAULTY;
    }
}
