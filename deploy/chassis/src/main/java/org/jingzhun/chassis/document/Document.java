package org.jingzhun.chassis.document;

import java.util.List;

/**
 * What is to be printed.
 *
 * @param title on the first page
 * @param facts below the title
 * @param blocks in the order of reading
 * @param footer at the foot of each page
 * @param wording the words that the document adds by itself
 */
public record Document(String title, List<Fact> facts, List<Block> blocks, String footer, Wording wording) {

    public Document {
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    /** A name with its value. */
    public record Fact(String name, String value) {}

    /** A part of the text. */
    public sealed interface Block {

        /**
         * Begins a part; stands in the contents.
         *
         * @param level 1 begins a page of its own only when little is left of the one before; 2 is below
         */
        record Heading(int level, String text) implements Block {

            public Heading {
                if (level < 1 || level > 2) {
                    throw new IllegalArgumentException("level (%d) of a heading must be 1 or 2".formatted(level));
                }
            }
        }

        /** Some sentences. */
        record Paragraph(String text) implements Block {}

        /** Names with their values, one below the other. */
        record Facts(List<Fact> facts) implements Block {

            public Facts {
                facts = List.copyOf(facts);
            }
        }

        /** Rows below the names of their columns, which each page repeats. */
        record Table(List<String> columns, List<List<String>> rows) implements Block {

            public Table {
                columns = List.copyOf(columns);
                rows = rows.stream().map(List::copyOf).toList();
                for (List<String> row : rows) {
                    if (row.size() != columns.size()) {
                        throw new IllegalArgumentException("row %s must have %d cells".formatted(row, columns.size()));
                    }
                }
            }
        }
    }

    /**
     * Words in the language of the document.
     *
     * @param contents title of the contents
     * @param page with two placeholders {@code %d}, for the page and the number of pages
     * @param language code of the language, for readers aloud: {@code zh-CN}
     */
    public record Wording(String contents, String page, String language) {

        public static final Wording CHINESE = new Wording("目录", "第 %d 页 共 %d 页", "zh-CN");
        public static final Wording ENGLISH = new Wording("Contents", "Page %d of %d", "en");
    }
}
