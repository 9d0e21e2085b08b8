package org.jingzhun.identification.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.manifest.Canonical;
import org.jingzhun.identification.archive.manifest.Manifest;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Table;

/**
 * The file of one household (一户一档).
 *
 * @param scope how much of the personal data it tells
 */
public record ArchiveFile(Subject subject, Discretion scope, List<Section> sections, Manifest manifest) {

    /**
     * Whose file it is.
     *
     * @param villageCode 12 digits
     * @param place names of county, township and village
     */
    public record Subject(UUID householdId, String villageCode, String householder, String place) {}

    /**
     * A section as it was read.
     *
     * @param tables in their order, with their rows
     * @param json what is hashed
     */
    public record Section(Heading heading, Map<Table<?>, List<Record>> tables, JsonNode json, String sha256) {}

    static ArchiveFile of(Subject subject, Discretion scope, List<Section> sections) {
        List<Manifest.Entry> entries = sections.stream()
                .map(each -> new Manifest.Entry(each.heading().name(), each.sha256()))
                .toList();
        return new ArchiveFile(
                subject,
                scope,
                List.copyOf(sections),
                Manifest.of(subject.householdId(), subject.villageCode(), scope, entries));
    }

    /** The manifest of what is sealed: sections whose facts stay once they are true. */
    Manifest lasting() {
        return Manifest.of(
                subject.householdId(),
                subject.villageCode(),
                scope,
                manifest.sections().stream()
                        .filter(entry -> sections.stream()
                                .anyMatch(section -> section.heading().lasting()
                                        && section.heading().name().equals(entry.name())))
                        .toList());
    }

    /** The file as canonical JSON: the same content gives the same bytes. */
    public byte[] json() {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        sections.forEach(each -> content.add(each.json()));
        return Canonical.bytes(json(manifest, content).toString());
    }

    /** A file with this manifest and these sections. */
    static ObjectNode json(Manifest manifest, ArrayNode sections) {
        ObjectNode file = head(manifest);
        file.set("sections", sections);
        ObjectNode list = head(manifest);
        ArrayNode entries = list.putArray("sections");
        manifest.sections()
                .forEach(each -> entries.addObject().put("name", each.name()).put("sha256", each.sha256()));
        list.put("sha256", manifest.sha256());
        file.set("manifest", list);
        return file;
    }

    private static ObjectNode head(Manifest manifest) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("format", manifest.format());
        head.put("householdId", manifest.householdId().toString());
        head.put("villageCode", manifest.villageCode());
        head.putObject("scope")
                .put("showsNumbers", manifest.scope().showsNumbers())
                .put("showsHealth", manifest.scope().showsHealth());
        return head;
    }
}
