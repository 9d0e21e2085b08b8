package org.jingzhun.identification.scorecard.scoring;

import java.util.List;

/** Why answers cannot be scored. */
public sealed interface AnswerFault {

    /** The stable code of the fault, kebab-case. */
    String code();

    /** Where in the answers it is: the category, or empty when all answers are meant. */
    String category();

    /** What the sentence about the fault names, in order. */
    List<String> args();

    /** The answers belong to another version of the scorecard. */
    record OtherScorecard(String expected, String found) implements AnswerFault {
        @Override
        public String code() {
            return "other-scorecard";
        }

        @Override
        public String category() {
            return "";
        }

        @Override
        public List<String> args() {
            return List.of(expected, found);
        }
    }

    /** The scorecard has no such category. */
    record UnknownCategory(String scorecard, String category) implements AnswerFault {
        @Override
        public String code() {
            return "unknown-category";
        }

        @Override
        public List<String> args() {
            return List.of(scorecard, category);
        }
    }

    /** The category has no such item. */
    record UnknownItem(String scorecard, String category, String item) implements AnswerFault {
        @Override
        public String code() {
            return "unknown-item";
        }

        @Override
        public List<String> args() {
            return List.of(scorecard, category, item);
        }
    }

    /** One item is named more than once. */
    record RepeatedItem(String category, String item) implements AnswerFault {
        @Override
        public String code() {
            return "repeated-item";
        }

        @Override
        public List<String> args() {
            return List.of(category, item);
        }
    }

    /** No item of the category holds. */
    record CategoryMissing(String category) implements AnswerFault {
        @Override
        public String code() {
            return "category-missing";
        }

        @Override
        public List<String> args() {
            return List.of(category);
        }
    }

    /** Two or more items of a category of which exactly one can hold. */
    record SeveralItems(String category, List<String> items) implements AnswerFault {
        public SeveralItems {
            items = List.copyOf(items);
        }

        @Override
        public String code() {
            return "several-items";
        }

        @Override
        public List<String> args() {
            return List.of(category, String.join(", ", items));
        }
    }

    /** The item that says "none" together with others. */
    record ZeroItemWithOthers(String category, String zeroItem) implements AnswerFault {
        @Override
        public String code() {
            return "zero-item-with-others";
        }

        @Override
        public List<String> args() {
            return List.of(category, zeroItem);
        }
    }
}
