package org.jingzhun.chassis.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** The signatures under the steps of all procedures of this kind, append-only. */
@ApplicationScoped
public class Signatures {

    private static final String ADD = """
            insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
            select ?, count(*), ?, ?, ?, ?, ?, ?, ? from procedure_signature where subject = ?
            """;
    private static final String LIST = "select * from procedure_signature where subject = ? order by position";

    private final Database database;

    Signatures(Database database) {
        this.database = database;
    }

    /**
     * A signature under what went the step.
     *
     * @param division where it lies
     */
    public record Under(UUID subject, long division, Signature signature) {

        private @Nullable Object[] parameters() {
            return new @Nullable Object[] {
                subject,
                division,
                signature.step(),
                signature.takenBy(),
                signature.name(),
                signature.role(),
                signature.remark(),
                signature.takenAt(),
                subject
            };
        }
    }

    /**
     * @param subject what went the step
     * @param division where it lies
     */
    public void add(UUID subject, long division, Signature signature) {
        database.execute(ADD, new Under(subject, division, signature).parameters());
    }

    /** The same under many, sent together. */
    public void addAll(List<Under> signatures) {
        database.executeAll(ADD, signatures.stream().map(Under::parameters).toList());
    }

    /** In the order in which they were given. */
    public List<Signature> list(UUID subject) {
        return database.list(LIST, Signatures::read, subject);
    }

    private static Signature read(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("step"),
                row.getString("taken_by"),
                row.getString("name"),
                row.getString("role"),
                row.getString("remark"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
