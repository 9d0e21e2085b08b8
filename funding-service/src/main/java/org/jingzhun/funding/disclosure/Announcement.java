package org.jingzhun.funding.disclosure;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What another concept wants everybody to know.
 *
 * @param subject id of the plan, project, batch ... that it is about: a second announcement about it replaces the first
 * @param division the county, or the place in it that it concerns
 * @param document number of the document, empty if it has none
 * @param remark what happened to it, for example that it was taken back; empty if there is nothing to say
 */
public record Announcement(
        DisclosureKind kind,
        DisclosurePhase phase,
        UUID subject,
        long county,
        long division,
        int year,
        String title,
        String document,
        @Nullable Money amount,
        String remark,
        List<DisclosedRow> rows) {

    private static final Pattern ID_NUMBER = Pattern.compile("(?<!\\d)\\d{6}(18|19|20)\\d{9}[\\dXx](?![\\dXx])");

    public Announcement {
        rows = List.copyOf(rows);
        requireNoIdNumber(title);
        requireNoIdNumber(remark);
        rows.forEach(row -> requireNoIdNumber(row.label()));
    }

    private static void requireNoIdNumber(String text) {
        if (ID_NUMBER.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "An announcement must not hold an id number: leave it out of title, remark" + " and labels");
        }
    }
}
