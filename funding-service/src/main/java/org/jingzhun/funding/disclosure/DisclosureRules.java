package org.jingzhun.funding.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/** What disclosures must keep, from {@code data/disclosure-rules.csv}. */
@ApplicationScoped
class DisclosureRules {

    private record Entry(
            String rule,
            int value,
            LocalDate validFrom,
            @Nullable LocalDate validTo) implements Dated {}

    private final List<Entry> entries = DataFile.read(
            "disclosure-rules.csv",
            row -> new Entry(
                    row.getField("rule"),
                    Integer.parseInt(row.getField("value")),
                    LocalDate.parse(row.getField("validFrom")),
                    DataFile.dateOrNull(row.getField("validTo"))));

    /** Days on the board at least (公示天数). */
    int boardDays(LocalDate day) {
        return get("BOARD_DAYS", day);
    }

    /** Days within which an objection is answered. */
    int answerDays(LocalDate day) {
        return get("ANSWER_DAYS", day);
    }

    /** How many objections to one disclosure may wait for an answer. */
    int openObjections(LocalDate day) {
        return get("OPEN_OBJECTIONS", day);
    }

    /** How many letters of a beneficiary's name are shown; 0 shows no name. */
    int nameShownLetters(LocalDate day) {
        return get("NAME_SHOWN_LETTERS", day);
    }

    private int get(String rule, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.rule().equals(rule) && entry.holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Rule " + rule + " must hold on " + day + " in data/disclosure-rules.csv"))
                .value();
    }
}
