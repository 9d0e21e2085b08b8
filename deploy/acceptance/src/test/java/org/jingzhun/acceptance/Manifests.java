package org.jingzhun.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What {@code deploy/kubernetes} holds. */
final class Manifests {

    static final Path FOLDER = RunningSuite.root().resolve("deploy/kubernetes");
    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Manifests() {}

    /** One document of a file. */
    record Manifest(Path file, JsonNode content) {

        String kind() {
            return content.path("kind").asText();
        }

        String name() {
            return content.path("metadata").path("name").asText();
        }

        JsonNode spec() {
            return content.path("spec");
        }
    }

    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Manifest> ofKind(String kind) {
        return all().stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    static Manifest get(String kind, String name) {
        return ofKind(kind).stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There must be a " + kind + " " + name));
    }

    /** Files and folders that a kustomization takes up, the folder it lies in, and what lies there besides. */
    record Kustomization(Path folder, List<String> resources, List<String> present) {}

    static List<Kustomization> kustomizations() {
        return ofKind("Kustomization").stream()
                .map(manifest -> {
                    List<String> resources = new ArrayList<>();
                    manifest.content().path("resources").forEach(resource -> resources.add(resource.asText()));
                    Path folder = Objects.requireNonNull(manifest.file().getParent());
                    return new Kustomization(folder, resources, present(folder));
                })
                .toList();
    }

    private static List<String> present(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> (Files.isDirectory(file) && Files.exists(file.resolve(KUSTOMIZATION)))
                            || (file.toString().endsWith(".yaml") && !file.endsWith(KUSTOMIZATION)))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Manifest> read(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll().stream()
                    .map(content -> new Manifest(file, content))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
