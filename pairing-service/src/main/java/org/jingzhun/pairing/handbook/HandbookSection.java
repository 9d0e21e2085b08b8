package org.jingzhun.pairing.handbook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the booklet that another concept contributes, as a bean of its own: help plan, measures, needs that were met.
 * What is not recorded makes no part.
 */
public interface HandbookSection {

    /** Among the parts, ascending; they stand between the helpers and the visits. */
    int place();

    /** Within the caller's transaction and area. */
    Optional<Part> of(UUID household);

    /**
     * What is printed of it, in Chinese.
     *
     * @param name of the part in JSON, kebab-case: {@code help-plan}
     */
    record Part(String name, String title, List<Fact> facts, List<Table> tables) {

        public Part {
            facts = List.copyOf(facts);
            tables = List.copyOf(tables);
        }
    }

    /** A name with its value. */
    record Fact(String name, String value) {}

    /** Rows of as many cells as there are columns. */
    record Table(String title, List<String> columns, List<List<String>> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
