package org.jingzhun.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where a running suite answers, as written to {@code suite.properties} when all of it is healthy.
 *
 * @param bootstrapServers of Kafka, {@code host:port}
 */
public record SuiteAddresses(Map<SuiteService, URI> services, String bootstrapServers) {

    public SuiteAddresses {
        services = Map.copyOf(services);
    }

    /** The address of a service, without a slash at its end. */
    public URI of(SuiteService service) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalStateException("Every service must have an address, but " + service + " has none.");
        }
        return address;
    }

    public static SuiteAddresses read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<SuiteService, URI> services = new EnumMap<>(SuiteService.class);
        for (SuiteService service : SuiteService.values()) {
            services.put(service, URI.create(properties.getProperty(service.title())));
        }
        return new SuiteAddresses(services, properties.getProperty("kafka"));
    }

    void write(Path file) {
        Properties properties = new Properties();
        services.forEach((service, address) -> properties.setProperty(service.title(), address.toString()));
        properties.setProperty("kafka", bootstrapServers);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                properties.store(writer, "Addresses of the running suite");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
