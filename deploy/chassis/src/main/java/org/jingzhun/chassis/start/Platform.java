package org.jingzhun.chassis.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables that name the platform, and whether the addresses in them answer. */
final class Platform {

    private static final int TIMEOUT_MILLISECONDS = 5_000;
    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://(?<host>[^:/?]+)(:(?<port>\\d+))?/.+");
    private static final Pattern BROKER = Pattern.compile("(?<host>[^:,]+):(?<port>\\d+)");
    private static final Map<String, String> VARIABLES = Map.of(
            "JINGZHUN_AUDIT_SECRET",
            "the secret of which the key that signs heads of the audit trail is made, unknown to the database's owner: 32 random bytes or more in base64 (openssl rand -base64 32)",
            "JINGZHUN_DB_URL",
            "the database, for example jdbc:postgresql://localhost:5432/identification",
            "JINGZHUN_DB_OWNER_USER",
            "the role that owns the schema",
            "JINGZHUN_DB_OWNER_PASSWORD",
            "its password",
            "JINGZHUN_DB_APP_USER",
            "the role of the service, which owns nothing",
            "JINGZHUN_DB_APP_PASSWORD",
            "its password",
            "KAFKA_BOOTSTRAP_SERVERS",
            "the Kafka brokers, for example localhost:9092",
            "JINGZHUN_TOKEN_ISSUER",
            "the issuer of the bearer tokens",
            "JINGZHUN_SEALING_SECRET",
            "the secret that protects personal data: 32 random bytes or more in base64 (openssl rand -base64 32)");

    /** Exactly one of the two. */
    private static final String PUBLIC_KEY = "JINGZHUN_TOKEN_PUBLIC_KEY";

    private static final String ISSUING_SERVER = "JINGZHUN_TOKEN_SERVER";

    /** What a service needs beside these, in its resources: a variable and what to set it to on each line. */
    private static final String OWN = "required-variables.properties";

    private Platform() {}

    /** The variables that this service needs beside those that every service needs. */
    static Map<String, String> own() {
        Map<String, String> own = new TreeMap<>();
        try (InputStream bytes = Platform.class.getClassLoader().getResourceAsStream(OWN)) {
            if (bytes != null) {
                var lines = new Properties();
                lines.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                lines.forEach((name, meaning) -> own.put(name.toString(), meaning.toString()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(OWN + " must be readable", unreadable);
        }
        return own;
    }

    /**
     * One line for each variable that is missing and each address that does not answer; empty when all is well.
     *
     * @param own variables that this service needs beside those of every service, with what to set them to
     */
    static List<String> complaints(Map<String, String> environment, Map<String, String> own) {
        List<String> complaints = new ArrayList<>();
        Map<String, String> needed = new TreeMap<>(VARIABLES);
        needed.putAll(own);
        needed.forEach((name, meaning) -> {
            if (environment.getOrDefault(name, "").isBlank()) {
                complaints.add("Environment variable " + name + " is missing: set it to " + meaning + ".");
            }
        });
        if (environment.getOrDefault(PUBLIC_KEY, "").isBlank()
                == environment.getOrDefault(ISSUING_SERVER, "").isBlank()) {
            complaints.add("Set one of the environment variables " + ISSUING_SERVER
                    + ", the address below which the issuer publishes its keys, and " + PUBLIC_KEY
                    + ", the issuer's public key as base64 of its X.509 form.");
        }
        if (complaints.isEmpty()) {
            database(environment.getOrDefault("JINGZHUN_DB_URL", "")).ifPresent(complaints::add);
            broker(environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "")).ifPresent(complaints::add);
        }
        return complaints;
    }

    private static Optional<String> database(String url) {
        Matcher address = JDBC.matcher(url);
        if (!address.matches()) {
            return Optional.of("JINGZHUN_DB_URL (" + url + ") must look like jdbc:postgresql://host:port/database.");
        }
        int port = address.group("port") == null ? 5432 : Integer.parseInt(address.group("port"));
        return answers(address.group("host"), port)
                ? Optional.empty()
                : Optional.of("PostgreSQL cannot be reached at " + address.group("host") + ":" + port
                        + ". Start it, or correct JINGZHUN_DB_URL.");
    }

    /** One broker that answers is enough: it tells where the others are. */
    private static Optional<String> broker(String servers) {
        Matcher address = BROKER.matcher(servers);
        boolean any = false;
        while (address.find()) {
            any = true;
            if (answers(address.group("host"), Integer.parseInt(address.group("port")))) {
                return Optional.empty();
            }
        }
        return Optional.of(
                any
                        ? "Kafka cannot be reached at " + servers + ". Start it, or correct KAFKA_BOOTSTRAP_SERVERS."
                        : "KAFKA_BOOTSTRAP_SERVERS (" + servers + ") must look like host:port[,host:port].");
    }

    private static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLISECONDS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
