package org.jingzhun.identification.observed.funding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** Lists what households of the caller's area received. */
@ApplicationScoped
public class Benefits {

    private static final int DECIMALS = 2;
    private static final String PAID = "PAID";
    private static final String OF_HOUSEHOLD = """
            select id, kind, benefit, year, amount_fen, state, paid_on, source_name from observed_benefit
            where household_id = ?1 and paid_on between ?2 and ?3 order by paid_on desc, id desc
            """;

    private final Session database;

    Benefits(Session database) {
        this.database = database;
    }

    /** To be called in a transaction, as all that is under row-level security. */
    public Received listOf(UUID household) {
        return listOf(household, LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
    }

    /** The same of what arrived from the one to the other day. */
    public Received listOf(UUID household, LocalDate from, LocalDate to) {
        List<Received.Payment> payments = new ArrayList<>();
        Map<Integer, Sum> years = new TreeMap<>(Comparator.reverseOrder());
        for (Tuple row : database.createNativeQuery(OF_HOUSEHOLD, Tuple.class)
                .setParameter(1, household)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList()) {
            long fen = row.get(4, Long.class);
            Received.Payment payment = new Received.Payment(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Integer.class),
                    yuan(fen),
                    row.get(5, String.class),
                    row.get(6, LocalDate.class),
                    row.get(7, String.class));
            payments.add(payment);
            if (payment.state().equals(PAID)) {
                years.merge(payment.paidOn().getYear(), new Sum(1, fen), Sum::plus);
            }
        }
        return new Received(
                years.entrySet().stream()
                        .map(year -> new Received.Year(
                                year.getKey(),
                                year.getValue().payments(),
                                yuan(year.getValue().fen())))
                        .toList(),
                payments);
    }

    private record Sum(long payments, long fen) {

        private Sum plus(Sum other) {
            return new Sum(payments + other.payments, fen + other.fen);
        }
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }
}
