package org.jingzhun.identification.scorecard.scoring;

import java.util.List;

/** Why answers cannot be scored. */
public sealed interface AnswerFault {

    /** The stable code of the fault, kebab-case. */
    String code();

    /** Where in the answers it is: the category, or empty when all answers are meant. */
    String category();

    /** What is wrong and what to do, in English. */
    String detail();

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
        public String detail() {
            return "the answers are of scorecard %s but scorecard %s is asked for; answer the form of %s"
                    .formatted(found, expected, expected);
        }
    }

    /** The scorecard has no such category. */
    record UnknownCategory(String scorecard, String category) implements AnswerFault {
        @Override
        public String code() {
            return "unknown-category";
        }

        @Override
        public String detail() {
            return "scorecard %s has no category %s".formatted(scorecard, category);
        }
    }

    /** The category has no such item. */
    record UnknownItem(String scorecard, String category, String item) implements AnswerFault {
        @Override
        public String code() {
            return "unknown-item";
        }

        @Override
        public String detail() {
            return "category %s of scorecard %s has no item %s".formatted(category, scorecard, item);
        }
    }

    /** One item is named more than once. */
    record RepeatedItem(String category, String item) implements AnswerFault {
        @Override
        public String code() {
            return "repeated-item";
        }

        @Override
        public String detail() {
            return "item %s is named more than once".formatted(item);
        }
    }

    /** No item of the category holds. */
    record CategoryMissing(String category) implements AnswerFault {
        @Override
        public String code() {
            return "category-missing";
        }

        @Override
        public String detail() {
            return "category %s has no answer; every category must be answered, if only with its zero item"
                    .formatted(category);
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
        public String detail() {
            return "category %s is CHOOSE_ONE but has the items %s; name one"
                    .formatted(category, String.join(", ", items));
        }
    }

    /** The item that says "none" together with others. */
    record ZeroItemWithOthers(String category, String zeroItem) implements AnswerFault {
        @Override
        public String code() {
            return "zero-item-with-others";
        }

        @Override
        public String detail() {
            return "item %s of category %s says that none of the others holds; name it alone or leave it out"
                    .formatted(zeroItem, category);
        }
    }
}
