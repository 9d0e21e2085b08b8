package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of {@code deploy/connect/topics.properties}, each with its dead letters, and the connectors' own. */
final class Topics {

    private static final String PARTITIONS = "partitions";

    private Topics() {}

    static List<NewTopic> of(PlatformOptions options) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Topics.class.getResourceAsStream("/connect/topics.properties")) {
            properties.load(file);
        }
        int partitions = Integer.parseInt(properties.getProperty(PARTITIONS));
        properties.remove(PARTITIONS);
        options.topics().forEach(name -> properties.setProperty(name, "state"));
        List<NewTopic> topics = new ArrayList<>();
        for (String name : properties.stringPropertyNames()) {
            topics.add(KafkaBroker.topic(name, partitions, isState(name, properties.getProperty(name))));
            topics.add(KafkaBroker.topic(name + ".dead", partitions, false));
        }
        for (String database : options.databases()) {
            topics.add(KafkaBroker.topic("__debezium-heartbeat." + database, 1, true));
        }
        return List.copyOf(topics);
    }

    private static boolean isState(String name, String kind) {
        return switch (kind.strip()) {
            case "state" -> true;
            case "facts" -> false;
            default ->
                throw new PlatformFailure(
                        "Topic %s must be kept as state or as facts, not as %s. Correct topics.properties."
                                .formatted(name, kind));
        };
    }
}
