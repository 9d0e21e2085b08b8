package org.jingzhun.funding.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is announced as canonical JSON: members in alphabetical order, no blanks, text as it is, amounts as text.
 */
final class Snapshots {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Snapshots() {}

    /**
     * @param shownLetters how much of a beneficiary's name is shown
     * @param replaces the snapshot of the same subject before
     */
    static String write(
            UUID id,
            long number,
            Announcement announced,
            Instant at,
            LocalDate endsOn,
            int shownLetters,
            @Nullable UUID replaces) {
        var all = new TreeMap<String, Object>();
        all.put("id", id.toString());
        all.put("county", Long.toString(announced.county()));
        all.put("number", number);
        all.put("division", Long.toString(announced.division()));
        all.put("year", announced.year());
        all.put("kind", announced.kind().name());
        all.put("phase", announced.phase().name());
        all.put("subject", announced.subject().toString());
        all.put("title", announced.title());
        all.put("document", announced.document());
        put(all, "amount", announced.amount());
        all.put("remark", announced.remark());
        all.put("announcedAt", at.toString());
        all.put("endsOn", endsOn.toString());
        put(all, "replaces", replaces);
        all.put(
                "rows",
                announced.rows().stream().map(row -> row(row, shownLetters)).toList());
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Text and numbers become JSON", impossible);
        }
    }

    private static Map<String, Object> row(DisclosedRow row, int shownLetters) {
        var written = new TreeMap<String, Object>();
        written.put("division", Long.toString(row.division()));
        written.put("label", row.label());
        put(written, "receiver", Masking.mask(row.receiver(), shownLetters));
        put(written, "amount", row.amount());
        if (row.persons() != null) {
            written.put("persons", row.persons());
        }
        return written;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }
}
