package org.jingzhun.pairing.helper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;

/**
 * What a transfer must know of the helper who is to take over, who may be one of the caller's area, of its city or of the
 * region; of the latter two the caller itself sees neither absences nor conflicts nor households elsewhere.
 */
@ApplicationScoped
public class TakingOver {

    private final Database database;

    TakingOver(Database database) {
        this.database = database;
    }

    /**
     * A helper who may be asked.
     *
     * @param households that it has now, wherever they are
     * @param isAbsent on leave, ill or gone
     * @param mustNotHelp kin, own household, dealings or an office forbid it (回避)
     */
    public record Candidate(long households, boolean isAbsent, boolean mustNotHelp) {}

    /**
     * Locks the helper until the transaction ends, so that two transfers do not pass its quota together.
     *
     * @return empty when there is none in the caller's area or above it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Candidate> lock(UUID helper, UUID household, LocalDate day) {
        return database.find(
                        "select households, absent, forbidden from helper_to_take_over(?, ?, ?)",
                        TakingOver::read,
                        helper,
                        household,
                        day)
                .flatMap(found -> found);
    }

    private static Optional<Candidate> read(ResultSet row) throws SQLException {
        long households = row.getLong(1);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Candidate(households, row.getBoolean(2), row.getBoolean(3)));
    }
}
