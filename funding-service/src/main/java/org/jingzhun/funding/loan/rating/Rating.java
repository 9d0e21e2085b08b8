package org.jingzhun.funding.loan.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Adds up points and finds the grade. */
public final class Rating {

    private Rating() {}

    /**
     * @param options every option of every criterion
     * @param grades one of them from 0 points
     * @param findings one for each criterion, in any order
     */
    public static Rated rate(List<Option> options, List<Grade> grades, List<Found> findings) {
        Map<Found, Option> known = new HashMap<>();
        options.forEach(option -> known.put(new Found(option.criterion(), option.option()), option));
        var missing = new TreeSet<>(options.stream().map(Option::criterion).toList());
        List<String> unknown = new ArrayList<>();
        List<Option> parts = new ArrayList<>();
        for (var found : findings) {
            var option = known.get(found);
            if (option == null || !missing.remove(found.criterion())) {
                unknown.add(found.criterion() + " " + found.option());
            } else {
                parts.add(option);
            }
        }
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            return new Rated.Incomplete(List.copyOf(missing), unknown);
        }
        parts.sort(Comparator.comparing(Option::criterion));
        int points = parts.stream().mapToInt(Option::points).sum();
        var grade = grades.stream()
                .filter(each -> each.leastPoints() <= points)
                .max(Comparator.comparingInt(Grade::leastPoints))
                .orElseThrow(() -> new IllegalArgumentException("One grade must begin at 0 points"));
        return new Rated.Graded(grade, points, parts);
    }
}
