package org.jingzhun.funding.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a list for a place and a time (清单). One that exists is whole and never changes; a correction is another
 * version.
 *
 * @param list for example NEGATIVE_LIST, BATCHES, ACTIONS, PROGRAMMES, COUNTY_INDUSTRIES, VILLAGE_INDUSTRIES
 * @param division where it holds, 12 digits; 0 for everywhere
 * @param validTo last day of validity, null while it goes on
 * @param source the document that set it, with the mark of its evidence
 */
public record Catalogue(
        String list,
        long division,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        List<Item> items) {

    /**
     * One line of a list.
     *
     * @param part MAIN or ADDED of a menu of industries (5+2, 3+1); empty elsewhere
     * @param keywords words that give it away in the purpose of a payment; only of the negative list
     */
    public record Item(String code, String zh, String en, String part, List<String> keywords) {

        public Item {
            keywords = List.copyOf(keywords);
        }
    }

    public Catalogue {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("List " + list + " (" + version + ") must have items");
        }
        var codes = new HashSet<String>();
        for (var item : items) {
            if (!codes.add(item.code())) {
                throw new IllegalArgumentException(
                        "Code " + item.code() + " must stand once in list " + list + " (" + version + ")");
            }
        }
    }

    public boolean has(String code) {
        return items.stream().anyMatch(item -> item.code().equals(code));
    }

    /** Its name with its place, for decisions to keep. */
    public String label() {
        return division == 0 ? version : version + "@" + division;
    }
}
