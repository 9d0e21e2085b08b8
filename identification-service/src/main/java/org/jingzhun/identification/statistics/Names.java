package org.jingzhun.identification.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/** The names of divisions. */
@ApplicationScoped
public class Names {

    private final Session database;

    Names(Session database) {
        this.database = database;
    }

    /** Of those that are recorded. */
    public Map<Long, String> of(Collection<Long> codes) {
        Map<Long, String> names = new HashMap<>();
        for (Tuple row : database.createNativeQuery(
                        "select code, name from division where code = any (:codes)", Tuple.class)
                .setParameter("codes", codes.toArray(Long[]::new))
                .getResultList()) {
            names.put(row.get(0, Long.class), row.get(1, String.class));
        }
        return names;
    }
}
