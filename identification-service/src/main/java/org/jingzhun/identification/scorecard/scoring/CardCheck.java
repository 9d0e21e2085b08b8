package org.jingzhun.identification.scorecard.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jingzhun.identification.scorecard.scoring.CardFault.Kind;

/** Checks a drafted scorecard: points, exclusions and totals. A draft without faults is a {@link Scorecard}. */
public final class CardCheck {

    /** The highest score that a scorecard may give. */
    public static final int HIGHEST_TOTAL = 10_000;

    private CardCheck() {}

    /**
     * Every fault, in the order of the form.
     *
     * @param maxPoints the total that the writer promises
     */
    public static List<CardFault> check(List<DraftCategory> categories, int maxPoints) {
        List<CardFault> faults = new ArrayList<>();
        if (categories.isEmpty()) {
            faults.add(new CardFault("/categories", Kind.NO_CATEGORIES, "0", "1"));
        }
        checkCodes(categories, faults);
        for (int place = 0; place < categories.size(); place++) {
            checkCategory("/categories/" + place, categories.get(place), faults);
        }
        int items = categories.stream()
                .mapToInt(category -> category.items().size())
                .sum();
        if (items > AnswerSheet.BITS) {
            faults.add(fault("/categories", Kind.TOO_MANY_ITEMS, items, AnswerSheet.BITS));
        }
        long total = categories.stream().mapToLong(DraftCategory::maxPoints).sum();
        if (total != maxPoints) {
            faults.add(fault("/maxPoints", Kind.TOTAL_DIFFERS, maxPoints, total));
        }
        if (total > HIGHEST_TOTAL) {
            faults.add(fault("/maxPoints", Kind.TOTAL_TOO_HIGH, total, HIGHEST_TOTAL));
        }
        return List.copyOf(faults);
    }

    /**
     * The card of a draft without faults.
     *
     * @throws IllegalArgumentException when {@link #check} finds one
     */
    public static Scorecard card(String version, Direction direction, List<DraftCategory> categories) {
        return new Scorecard(
                version,
                direction,
                categories.stream()
                        .map(draft -> new Category(
                                draft.code(),
                                draft.nameZh(),
                                draft.nameEn(),
                                draft.mode(),
                                draft.maxPoints(),
                                draft.items()))
                        .toList());
    }

    private static void checkCodes(List<DraftCategory> categories, List<CardFault> faults) {
        Set<String> codes = new HashSet<>();
        for (int place = 0; place < categories.size(); place++) {
            DraftCategory category = categories.get(place);
            if (!codes.add(category.code())) {
                faults.add(new CardFault("/categories/" + place + "/code", Kind.CODE_TWICE, category.code(), ""));
            }
            for (int item = 0; item < category.items().size(); item++) {
                String code = category.items().get(item).code();
                if (!codes.add(code)) {
                    faults.add(new CardFault(
                            "/categories/%d/items/%d/code".formatted(place, item), Kind.CODE_TWICE, code, ""));
                }
            }
        }
    }

    private static void checkCategory(String pointer, DraftCategory category, List<CardFault> faults) {
        int count = category.items().size();
        if (count < 1 || count > Category.MOST_ITEMS) {
            faults.add(fault(pointer + "/items", Kind.ITEMS_OUT_OF_RANGE, count, Category.MOST_ITEMS));
            return;
        }
        int best = category.items().stream().mapToInt(Item::points).max().orElseThrow();
        switch (category.mode()) {
            case CHOOSE_ONE -> {
                if (category.maxPoints() != best) {
                    faults.add(fault(pointer + "/maxPoints", Kind.MAXIMUM_NOT_BEST, category.maxPoints(), best));
                }
            }
            case ADD_UP -> checkSum(pointer, category, best, faults);
        }
    }

    private static void checkSum(String pointer, DraftCategory category, int best, List<CardFault> faults) {
        long zeros =
                category.items().stream().filter(item -> item.points() == 0).count();
        if (zeros != 1) {
            faults.add(fault(pointer + "/items", Kind.ZERO_ITEM_NOT_ONE, zeros, 1));
        }
        if (category.maxPoints() < best) {
            faults.add(fault(pointer + "/maxPoints", Kind.MAXIMUM_BELOW_BEST, category.maxPoints(), best));
        }
        long sum = category.items().stream().mapToLong(Item::points).sum();
        if (category.maxPoints() > sum) {
            faults.add(fault(pointer + "/maxPoints", Kind.MAXIMUM_UNREACHABLE, category.maxPoints(), sum));
        }
    }

    private static CardFault fault(String pointer, Kind kind, long found, long expected) {
        return new CardFault(pointer, kind, Long.toString(found), Long.toString(expected));
    }
}
