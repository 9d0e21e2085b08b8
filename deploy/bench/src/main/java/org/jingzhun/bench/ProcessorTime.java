package org.jingzhun.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Processor time that a benchmark has used in all its processes: its own, those that it started, and the PostgreSQL that
 * it works on, which has cut itself loose. Other programs on the machine change it far less than they change the clock.
 */
final class ProcessorTime {

    private static final double SECOND = 1e9;

    private final Connection database;

    /** @param database of the PostgreSQL whose sessions count; its role must be allowed to see their process ids */
    ProcessorTime(Connection database) {
        this.database = database;
    }

    /** Seconds so far of the processes that live now. */
    double seconds() throws SQLException {
        LongStream sessions = sessions();
        Stream<ProcessHandle> own = Stream.concat(
                Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants());
        Stream<ProcessHandle> servers = sessions.mapToObj(ProcessHandle::of).flatMap(java.util.Optional::stream);
        return Stream.concat(own, servers)
                        .distinct()
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / SECOND;
    }

    private LongStream sessions() throws SQLException {
        var pids = LongStream.builder();
        try (var query = database.createStatement();
                var rows = query.executeQuery("select pid from pg_stat_activity where pid is not null")) {
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
        }
        return pids.build();
    }
}
