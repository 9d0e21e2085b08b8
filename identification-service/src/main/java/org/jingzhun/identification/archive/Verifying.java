package org.jingzhun.identification.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.Verification.Now;
import org.jingzhun.identification.archive.Verification.SectionCheck;
import org.jingzhun.identification.archive.manifest.Canonical;
import org.jingzhun.identification.archive.manifest.Manifest;

/** Compares a file that somebody holds with its manifest, with what was given out and with what holds now (核验). */
@ApplicationScoped
public class Verifying {

    private static final String SECTIONS = "sections";
    private static final String MANIFEST = "manifest";
    private static final String SCOPE = "scope";
    private static final String NAME = "name";
    private static final String SHA256 = "sha256";

    private final Archiving archiving;
    private final IssuedManifests issued;
    private final Seals seals;
    private final CurrentCaller caller;
    private final Audit audit;
    private final ObjectReader strict;

    Verifying(
            Archiving archiving,
            IssuedManifests issued,
            Seals seals,
            CurrentCaller caller,
            Audit audit,
            ObjectMapper json) {
        this.archiving = archiving;
        this.issued = issued;
        this.seals = seals;
        this.caller = caller;
        this.audit = audit;
        this.strict = json.reader()
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * @param file as it was given out, or as somebody changed it
     * @throws ArchiveException when it is no such file, tells more than the caller may see, or is of no household of the
     *     caller's area
     */
    @Transactional
    public Verification verify(byte[] file) {
        JsonNode given = parse(file);
        Manifest computed = computed(given);
        if (!Discretion.of(caller.get().roles()).covers(computed.scope())) {
            throw new ArchiveException(new ArchiveRefusal.TellsMore());
        }
        ArchiveFile now = archiving
                .find(computed.householdId(), computed.scope())
                .orElseThrow(() -> new ArchiveException(new ArchiveRefusal.UnknownHousehold()));
        audit.record(AuditEntry.of("archive-verified", "household", computed.householdId())
                .in(Long.parseLong(now.subject().villageCode()))
                .with(SHA256, computed.sha256()));
        Optional<IssuedManifests.Issued> known = issued.find(computed.sha256());
        boolean intact =
                ArchiveFile.json(computed, (ArrayNode) given.get(SECTIONS)).equals(given);
        return new Verification(
                computed.householdId(),
                intact,
                intact && known.isPresent(),
                known.map(IssuedManifests.Issued::issuedAt).orElse(null),
                computed.sha256().equals(now.manifest().sha256()),
                given.path(MANIFEST).path(SHA256).asText(),
                computed.sha256(),
                compare(hashes(given.path(MANIFEST)), computed, now.manifest()),
                seals.listOf(computed.householdId(), computed.scope()).stream()
                        .map(former -> former.compare(lasting(computed)))
                        .toList());
    }

    /**
     * What changed of a household's file since each of its seals.
     *
     * @throws ArchiveException when it is of no household of the caller's area
     */
    @Transactional
    public List<SealedFile.SealCheck> checkSeals(UUID household) {
        Discretion scope = Discretion.of(caller.get().roles());
        ArchiveFile now = archiving
                .find(household, scope)
                .orElseThrow(() -> new ArchiveException(new ArchiveRefusal.UnknownHousehold()));
        audit.record(AuditEntry.of("archive-verified", "household", household)
                .in(Long.parseLong(now.subject().villageCode())));
        Manifest lasting = now.lasting();
        return seals.listOf(household, scope).stream()
                .map(former -> former.compare(lasting))
                .toList();
    }

    /** What of a file is sealed; a section that this service does not know would be. */
    private Manifest lasting(Manifest whole) {
        Set<String> passing = new HashSet<>(archiving.sectionNames());
        archiving.lastingNames().forEach(passing::remove);
        return Manifest.of(
                whole.householdId(),
                whole.villageCode(),
                whole.scope(),
                whole.sections().stream()
                        .filter(section -> !passing.contains(section.name()))
                        .toList());
    }

    private JsonNode parse(byte[] file) {
        try {
            JsonNode given = strict.readTree(file);
            if (given != null
                    && given.path(SECTIONS).isArray()
                    && given.path(MANIFEST).path(SECTIONS).isArray()) {
                return given;
            }
        } catch (IOException malformed) {
            throw new ArchiveException(new ArchiveRefusal.NoArchive());
        }
        throw new ArchiveException(new ArchiveRefusal.NoArchive());
    }

    /** The manifest that the content should have. */
    private static Manifest computed(JsonNode given) {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (JsonNode section : given.get(SECTIONS)) {
            if (!section.isObject()) {
                throw new ArchiveException(new ArchiveRefusal.NoArchive());
            }
            entries.add(new Manifest.Entry(section.path(NAME).asText(), sha256(section)));
        }
        JsonNode scope = given.path(SCOPE);
        if (!given.path("villageCode").asText().matches("\\d{12}")
                || !entries.stream().allMatch(each -> each.name().matches("[a-z][a-z0-9-]*"))) {
            throw new ArchiveException(new ArchiveRefusal.NoArchive());
        }
        try {
            return Manifest.of(
                    UUID.fromString(given.path("householdId").asText()),
                    given.path("villageCode").asText(),
                    new Discretion(
                            scope.path("showsNumbers").asBoolean(),
                            scope.path("showsHealth").asBoolean()),
                    entries);
        } catch (IllegalArgumentException noId) {
            throw new ArchiveException(new ArchiveRefusal.NoArchive());
        }
    }

    private static String sha256(JsonNode section) {
        try {
            return Canonical.sha256(section.toString());
        } catch (UncheckedIOException unheardOf) {
            throw new ArchiveException(new ArchiveRefusal.NoArchive());
        }
    }

    private static Map<String, String> hashes(JsonNode manifest) {
        Map<String, String> hashes = new LinkedHashMap<>();
        manifest.path(SECTIONS)
                .forEach(each ->
                        hashes.put(each.path(NAME).asText(), each.path(SHA256).asText()));
        return hashes;
    }

    private static List<SectionCheck> compare(Map<String, String> stated, Manifest computed, Manifest now) {
        Map<String, String> current = new LinkedHashMap<>();
        now.sections().forEach(each -> current.put(each.name(), each.sha256()));
        List<SectionCheck> checks = new ArrayList<>();
        for (Manifest.Entry section : computed.sections()) {
            String hash = current.remove(section.name());
            Now state = hash == null ? Now.GONE : hash.equals(section.sha256()) ? Now.SAME : Now.CHANGED;
            checks.add(new SectionCheck(section.name(), section.sha256().equals(stated.get(section.name())), state));
        }
        current.keySet().forEach(name -> checks.add(new SectionCheck(name, !stated.containsKey(name), Now.ADDED)));
        return checks;
    }
}
