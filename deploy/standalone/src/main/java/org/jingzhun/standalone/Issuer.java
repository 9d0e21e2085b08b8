package org.jingzhun.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * A Keycloak of this machine, as written to {@code issuer.properties} while one runs.
 *
 * @param server its address, without a slash at its end
 * @param adminPassword of {@value #ADMIN}, who administers all of it
 * @param demoPassword of everybody in the realm of the suite
 * @param serviceSecret with which services ask whether a token still holds
 */
public record Issuer(URI server, String adminPassword, String demoPassword, String serviceSecret) {

    public static final String ADMIN = "admin";
    public static final String REALM = "jingzhun";
    /**
     * For whom its tokens are: the three services, which as the client of this name also ask whether a token still holds.
     * Keycloak tells that to those for whom a token is, and to nobody else.
     */
    static final String AUDIENCE = "jingzhun";

    private static final int SECRET_BYTES = 18;

    /** The issuer in its tokens; below it lies what OpenID Connect Discovery defines. */
    public URI realm() {
        return URI.create(server + "/realms/" + REALM);
    }

    /** Empty when the suite signs its tokens by itself. */
    public static Optional<Issuer> find(Path run) {
        Path file = file(run);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties known = new Properties();
            known.load(reader);
            return Optional.of(new Issuer(
                    URI.create(known.getProperty("server")),
                    known.getProperty("admin"),
                    known.getProperty("demo"),
                    known.getProperty("services")));
        } catch (IOException failure) {
            throw new SuiteFailure("%s cannot be read: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    /** The same passwords as before, or new ones. */
    static Issuer on(int port, Path run) {
        Path kept = run.resolve("keys/issuer.secrets");
        try {
            Properties known = new Properties();
            if (Files.exists(kept)) {
                try (Reader reader = Files.newBufferedReader(kept)) {
                    known.load(reader);
                }
            }
            for (String name : new String[] {"admin", "demo", "services"}) {
                known.computeIfAbsent(name, missing -> secret());
            }
            write(kept, known, "Passwords of the issuer of tokens");
            known.setProperty("server", "http://127.0.0.1:" + port);
            write(file(run), known, "The issuer of tokens");
        } catch (IOException failure) {
            throw new SuiteFailure("%s cannot be written: %s".formatted(kept, failure.getMessage()), failure);
        }
        return find(run).orElseThrow();
    }

    static void forget(Path run) {
        try {
            Files.deleteIfExists(file(run));
        } catch (IOException failure) {
            throw new SuiteFailure("%s cannot be deleted: %s".formatted(file(run), failure.getMessage()), failure);
        }
    }

    private static Path file(Path run) {
        return run.resolve("issuer.properties");
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Properties properties, String comment) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, comment);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text.toString());
    }
}
