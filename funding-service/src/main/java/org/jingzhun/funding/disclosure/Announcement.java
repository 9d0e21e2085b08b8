package org.jingzhun.funding.disclosure;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final long TOWNSHIP = 1_000;

    /** Identity cards, bank cards and accounts; mobile telephones. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(\\d{15,19}|\\d{17}[Xx]|1[3-9]\\d{9})(?![\\dXx])");

    /** @throws DisclosureRefusal.PersonalData if a text holds the number of a person's card, account or telephone */
    public Announcement {
        rows = List.copyOf(rows);
        requireNothingPersonal(title);
        requireNothingPersonal(document);
        requireNothingPersonal(remark);
        rows.forEach(row -> requireNothingPersonal(row.label()));
    }

    /** All that the rows name added up. */
    public static Money sum(List<DisclosedRow> rows) {
        var sum = Money.ZERO;
        for (var row : rows) {
            var amount = row.amount();
            sum = amount == null ? sum : sum.plus(amount);
        }
        return sum;
    }

    /** A quarter as titles have it: 2016年第1季度. */
    public static String quarter(LocalDate firstDay) {
        return firstDay.getYear() + "年第" + firstDay.get(IsoFields.QUARTER_OF_YEAR) + "季度";
    }

    /** Villages that it names. */
    List<Long> listVillages() {
        return Stream.concat(Stream.of(division), rows.stream().map(DisclosedRow::division))
                .filter(place -> place % TOWNSHIP != 0)
                .distinct()
                .toList();
    }

    private static void requireNothingPersonal(String text) {
        if (PERSONAL.matcher(text).find()) {
            throw new DisclosureRefusal.PersonalData();
        }
    }
}
