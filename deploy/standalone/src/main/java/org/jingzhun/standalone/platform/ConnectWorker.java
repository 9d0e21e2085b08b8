package org.jingzhun.standalone.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;

/** Kafka Connect, standalone, with its REST interface on the loopback address and its offsets in a file. */
final class ConnectWorker implements AutoCloseable {

    private static final String CONVERTER = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private final Connect<?> connect;
    private final String url;

    private ConnectWorker(Connect<?> connect, String url) {
        this.connect = connect;
        this.url = url;
    }

    static ConnectWorker start(Path offsets, int port, String bootstrapServers) {
        String url = "http://127.0.0.1:" + port;
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("listeners", url);
        settings.put("rest.advertised.host.name", "127.0.0.1");
        settings.put("offset.storage.file.filename", offsets.toString());
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("key.converter", CONVERTER);
        settings.put("value.converter", CONVERTER);
        settings.put("plugin.discovery", "service_load");
        settings.put("topic.creation.enable", "false");
        Connect<?> connect = new ConnectStandalone().startConnect(settings);
        return new ConnectWorker(connect, url);
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
