package org.jingzhun.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jingzhun.standalone.platform.PlatformAddresses;

/** Events of registered households, written to an outbox as identification-service writes them. */
final class RegisterEvents {

    static final String TOPIC = "identification.register";

    private static final List<String> SCRIPTS =
            List.of("/db/chassis/V0.1__outbox_and_area.sql", "/db/chassis/V0.10__outbox_without_key.sql");

    private final Connection outbox;

    /** @param outbox to a database with an outbox, as its owner */
    RegisterEvents(Connection outbox) {
        this.outbox = outbox;
    }

    static void makeOutbox(PlatformAddresses.Database database) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            for (String script : SCRIPTS) {
                try (var file = RegisterEvents.class.getResourceAsStream(script)) {
                    if (file == null) {
                        throw new IllegalStateException(script + " must be on the class path");
                    }
                    String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                    statement.execute(sql.replace("${appRole}", database.appUser()));
                }
            }
        }
    }

    /** In one transaction. */
    void publish(List<UUID> households) throws SQLException {
        outbox.setAutoCommit(false);
        String insert = "insert into outbox (id, topic, key, type, source, time, payload)"
                + " select gen_random_uuid(), '" + TOPIC + "', id,"
                + " 'org.jingzhun.identification.household-registered', '/identification-service',"
                + " to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), payload"
                + " from unnest(?::text[], ?::bytea[]) as event (id, payload) returning ctid";
        try (var statement = outbox.prepareStatement(insert);
                var delete = outbox.prepareStatement("delete from outbox where ctid = any(?::tid[])")) {
            String[] keys = households.stream().map(UUID::toString).toArray(String[]::new);
            byte[][] payloads = Arrays.stream(keys).map(RegisterEvents::payload).toArray(byte[][]::new);
            statement.setArray(1, outbox.createArrayOf("text", keys));
            statement.setArray(2, outbox.createArrayOf("bytea", payloads));
            List<String> places = new ArrayList<>(households.size());
            try (var written = statement.executeQuery()) {
                while (written.next()) {
                    places.add(written.getString(1));
                }
            }
            delete.setArray(1, outbox.createArrayOf("tid", places.toArray()));
            delete.executeUpdate();
            outbox.commit();
        }
    }

    private static byte[] payload(String household) {
        return """
                {"householdId":"%s","villageCode":"451031100201","hamlet":"上屯","householder":"韦大山","persons":5,\
                "labourers":2,"status":"POOR","attribute":"GENERAL","mainCause":"ILLNESS","otherCauses":["SCHOOLING"],\
                "ethnicity":"08","score":41,"year":2015,"campaignId":"01920000-0000-7000-8000-000000000001",\
                "registeredOn":"2016-01-15","revision":1}""".formatted(household).getBytes(StandardCharsets.UTF_8);
    }
}
