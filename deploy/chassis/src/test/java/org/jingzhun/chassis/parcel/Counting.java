package org.jingzhun.chassis.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;

/** Counts: writes each number down once. */
@ApplicationScoped
public class Counting implements JobKind {

    public static final String KIND = "counting";

    /**
     * What to count.
     *
     * @param to last number
     * @param stumbleAt number at which each attempt fails, 0 for none
     * @param refuseAt number at which a refusal ends it, 0 for none
     * @param pauseMillis between numbers
     */
    public record Order(int to, int stumbleAt, int refuseAt, int pauseMillis) {}

    /** Checkpoint. */
    public record Counted(int last) {}

    /** Result. */
    public record Sum(long sum) {}

    private final CurrentCaller caller;

    Counting(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) throws Exception {
        Order order = run.input(Order.class);
        run.total(order.to());
        int next = run.checkpoint(Counted.class).map(Counted::last).orElse(0) + 1;
        for (int number = next; number <= order.to(); number++) {
            int counted = number;
            run.inChunk(connection -> {
                write(connection, run, counted);
                if (counted == order.stumbleAt()) {
                    throw new SQLException("Stumbled");
                }
                if (counted == order.refuseAt()) {
                    throw Problem.of(422, "job-finished", counted).asException();
                }
                return new Progress(new Counted(counted), counted);
            });
            TimeUnit.MILLISECONDS.sleep(order.pauseMillis());
        }
        return Outcome.succeeded(new Sum(order.to() * (order.to() + 1L) / 2));
    }

    private void write(Connection connection, JobRun run, int number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into counted values (?, ?, ?, ?)")) {
            insert.setObject(1, run.id());
            insert.setInt(2, number);
            insert.setString(3, caller.get().subject());
            insert.setLong(4, caller.get().area().from());
            insert.executeUpdate();
        }
    }
}
