package org.jingzhun.identification.archive;

import com.fasterxml.jackson.databind.JsonNode;
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
 * @param villageCode 12 digits
 * @param scope how much of the personal data it tells
 */
public record ArchiveFile(
        UUID householdId, String villageCode, Discretion scope, List<Section> sections, Manifest manifest) {

    /**
     * A section as it was read.
     *
     * @param tables in their order, with their rows
     * @param json what is hashed
     */
    public record Section(Heading heading, Map<Table<?>, List<Record>> tables, JsonNode json, String sha256) {}

    static ArchiveFile of(UUID householdId, String villageCode, Discretion scope, List<Section> sections) {
        return new ArchiveFile(
                householdId,
                villageCode,
                scope,
                List.copyOf(sections),
                Manifest.of(householdId, villageCode, scope, entries(sections)));
    }

    /** The manifest of what stays once it is true; the same for every reader who may see everything. */
    Manifest lasting() {
        return Manifest.of(
                householdId,
                villageCode,
                scope,
                entries(sections.stream()
                        .filter(each -> each.heading().lasting())
                        .toList()));
    }

    private static List<Manifest.Entry> entries(List<Section> sections) {
        return sections.stream()
                .map(each -> new Manifest.Entry(each.heading().name(), each.sha256()))
                .toList();
    }

    /** The file as canonical JSON: the same content gives the same bytes. */
    public byte[] json() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("format", manifest.format());
        file.put("householdId", householdId.toString());
        file.put("villageCode", villageCode);
        file.set("scope", scopeJson());
        var array = file.putArray("sections");
        sections.forEach(each -> array.add(each.json()));
        file.set("manifest", manifestJson());
        return Canonical.bytes(file.toString());
    }

    private ObjectNode scopeJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("showsNumbers", scope.showsNumbers())
                .put("showsHealth", scope.showsHealth());
    }

    private ObjectNode manifestJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", manifest.format());
        json.put("householdId", householdId.toString());
        json.put("villageCode", villageCode);
        json.set("scope", scopeJson());
        var array = json.putArray("sections");
        manifest.sections()
                .forEach(each -> array.addObject().put("name", each.name()).put("sha256", each.sha256()));
        json.put("sha256", manifest.sha256());
        return json;
    }
}
