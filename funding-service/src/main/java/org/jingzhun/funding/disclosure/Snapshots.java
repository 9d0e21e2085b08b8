package org.jingzhun.funding.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is announced as canonical JSON: members in alphabetical order, no blanks, text as it is, amounts as text.
 */
final class Snapshots {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Members that tell a snapshot from others that say the same. */
    private static final Set<String> OF_THE_SNAPSHOT = Set.of("id", "number", "announcedAt", "endsOn", "replaces");

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
        var all = said(announced, shownLetters);
        all.put("id", id.toString());
        all.put("number", number);
        all.put("announcedAt", at.toString());
        all.put("endsOn", endsOn.toString());
        put(all, "replaces", replaces);
        return text(all);
    }

    /** Whether a snapshot says what is to be announced already. */
    static boolean saysTheSame(String snapshot, Announcement announced, int shownLetters) {
        try {
            var before = JSON.readValue(snapshot, new TypeReference<TreeMap<String, Object>>() {});
            before.keySet().removeAll(OF_THE_SNAPSHOT);
            return text(before).equals(text(said(announced, shownLetters)));
        } catch (JsonProcessingException damaged) {
            return false;
        }
    }

    private static Map<String, Object> said(Announcement announced, int shownLetters) {
        var all = new TreeMap<String, Object>();
        all.put("county", Long.toString(announced.county()));
        all.put("division", Long.toString(announced.division()));
        all.put("year", announced.year());
        all.put("kind", announced.kind().name());
        all.put("phase", announced.phase().name());
        all.put("subject", announced.subject().toString());
        all.put("title", announced.title());
        all.put("document", announced.document());
        put(all, "amount", announced.amount());
        all.put("remark", announced.remark());
        all.put(
                "rows",
                announced.rows().stream().map(row -> row(row, shownLetters)).toList());
        return all;
    }

    private static String text(Map<String, Object> all) {
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
