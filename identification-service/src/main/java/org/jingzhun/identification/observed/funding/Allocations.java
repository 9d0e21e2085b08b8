package org.jingzhun.identification.observed.funding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Lists the money of villages in the caller's area. */
@ApplicationScoped
public class Allocations {

    private static final int DECIMALS = 2;
    private static final String OF_VILLAGE = """
            select plan_id, source_name, source_level, year, amount_fen, approved_on, document_number
            from observed_allocation where village_code = ?1 and amount_fen > 0 order by year desc, approved_on, plan_id
            """;

    private final Session database;

    Allocations(Session database) {
        this.database = database;
    }

    /** To be called in a transaction, as all that is under row-level security. */
    public List<Allocation> listOf(long village) {
        List<Tuple> rows = database.createNativeQuery(OF_VILLAGE, Tuple.class)
                .setParameter(1, village)
                .getResultList();
        return rows.stream().map(Allocations::allocation).toList();
    }

    private static Allocation allocation(Tuple row) {
        return new Allocation(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                BigDecimal.valueOf(row.get(4, Long.class), DECIMALS).toPlainString(),
                row.get(5, LocalDate.class),
                row.get(6, String.class));
    }
}
