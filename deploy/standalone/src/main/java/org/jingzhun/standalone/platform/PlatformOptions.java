package org.jingzhun.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the platform process is told on its command line.
 *
 * @param data directory that keeps everything over a restart
 * @param binaries directory into which the PostgreSQL programs are unpacked, once
 * @param postgresPort port on the loopback address, 0 for any free one
 * @param kafkaPort port on the loopback address, 0 for any free one
 * @param connectPort port on the loopback address, 0 for any free one
 * @param databases names of the databases to provide
 * @param topics names of further topics to provide beside those of {@code topics.properties}; kept as state
 * @param withParent whether to end when the process that started this one has ended
 * @param throwaway whether nobody wants the data after a crash of the machine, so that no commit need wait for the disk
 */
public record PlatformOptions(
        Path data,
        Path binaries,
        int postgresPort,
        int kafkaPort,
        int connectPort,
        List<String> databases,
        List<String> topics,
        boolean withParent,
        boolean throwaway) {

    public PlatformOptions {
        data = data.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        databases = List.copyOf(databases);
        topics = List.copyOf(topics);
        for (String database : databases) {
            if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
                throw new IllegalArgumentException(
                        "Database name (%s) must be lower-case letters, digits and underscores.".formatted(database));
            }
        }
    }

    /** Everything on free ports and unpacked beside the temporary files, as tests like it. */
    public static PlatformOptions onFreePorts(Path data, List<String> databases) {
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "jingzhun-postgres");
        return new PlatformOptions(data, binaries, 0, 0, 0, databases, List.of(), true, false);
    }

    public PlatformOptions withTopics(List<String> further) {
        return new PlatformOptions(
                data, binaries, postgresPort, kafkaPort, connectPort, databases, further, withParent, throwaway);
    }

    /** The same with data that nobody wants after a crash of the machine. */
    public PlatformOptions thrownAway() {
        return new PlatformOptions(
                data, binaries, postgresPort, kafkaPort, connectPort, databases, topics, withParent, true);
    }

    /** @throws IllegalArgumentException with a sentence for the reader if an argument is unknown or has no value */
    static PlatformOptions parse(String[] args) {
        @Nullable Path data = null;
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "jingzhun-postgres");
        int postgresPort = 0;
        int kafkaPort = 0;
        int connectPort = 0;
        List<String> databases = List.of();
        List<String> topics = List.of();
        boolean withParent = false;
        boolean throwaway = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--with-parent" -> withParent = true;
                case "--throwaway" -> throwaway = true;
                case "--data" -> data = Path.of(valueOf(args, ++i));
                case "--binaries" -> binaries = Path.of(valueOf(args, ++i));
                case "--postgres-port" -> postgresPort = Integer.parseInt(valueOf(args, ++i));
                case "--kafka-port" -> kafkaPort = Integer.parseInt(valueOf(args, ++i));
                case "--connect-port" -> connectPort = Integer.parseInt(valueOf(args, ++i));
                case "--databases" -> databases = listOf(valueOf(args, ++i));
                case "--topics" -> topics = listOf(valueOf(args, ++i));
                default -> throw new IllegalArgumentException("Argument (%s) is unknown.".formatted(args[i]));
            }
        }
        if (data == null) {
            throw new IllegalArgumentException("Argument --data DIR is missing.");
        }
        return new PlatformOptions(
                data, binaries, postgresPort, kafkaPort, connectPort, databases, topics, withParent, throwaway);
    }

    /** The command line that {@link #parse} reads back. */
    List<String> toArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--data", data.toString(),
                "--binaries", binaries.toString(),
                "--postgres-port", Integer.toString(postgresPort),
                "--kafka-port", Integer.toString(kafkaPort),
                "--connect-port", Integer.toString(connectPort),
                "--databases", String.join(",", databases)));
        if (!topics.isEmpty()) {
            arguments.addAll(List.of("--topics", String.join(",", topics)));
        }
        if (withParent) {
            arguments.add("--with-parent");
        }
        if (throwaway) {
            arguments.add("--throwaway");
        }
        return List.copyOf(arguments);
    }

    private static String valueOf(String[] args, int index) {
        if (index >= args.length) {
            throw new IllegalArgumentException("Argument %s needs a value.".formatted(args[index - 1]));
        }
        return args[index];
    }

    private static List<String> listOf(String commaSeparated) {
        return commaSeparated.isBlank()
                ? List.of()
                : List.of(commaSeparated.split(",", -1)).stream()
                        .map(String::strip)
                        .toList();
    }
}
