package org.jingzhun.identification.special;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/** Classes of diseases in classified treatment (分类救治病种): those that ship, and what was imported since. */
@ApplicationScoped
public class DiseaseClasses {

    private static final String ADD = """
            insert into disease_class (code, name_zh, name_en, valid_from, valid_to, mark, source)
            values (:code, :zh, :en, :from, :to, :mark, :source) on conflict do nothing
            """;
    private static final String LIST = """
            select code, name_zh, name_en, valid_from, valid_to, mark, source from disease_class order by code, valid_from
            """;

    private final Session database;

    DiseaseClasses(Session database) {
        this.database = database;
    }

    /** @param mark PUBLIC, UNVERIFIED (from recollection), ASSUMPTION or LOCAL (imported) */
    public record DiseaseClass(
            String code,
            String nameZh,
            String nameEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String mark,
            String source) {

        boolean is(String other, LocalDate day) {
            return code.equals(other) && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("special-rules/disease-classes.csv")
                .forEach(row -> database.createNativeMutationQuery(ADD)
                        .setParameter("code", row.getField("code"))
                        .setParameter("zh", row.getField("name_zh"))
                        .setParameter("en", row.getField("name_en"))
                        .setParameter("from", LocalDate.parse(row.getField("valid_from")))
                        .setParameter("to", null, LocalDate.class)
                        .setParameter("mark", row.getField("mark"))
                        .setParameter("source", row.getField("source"))
                        .executeUpdate()));
    }

    @Transactional
    public List<DiseaseClass> list() {
        return database.createNativeQuery(LIST, Tuple.class).getResultList().stream()
                .map(row -> new DiseaseClass(
                        row.get("code", String.class),
                        row.get("name_zh", String.class),
                        row.get("name_en", String.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class),
                        row.get("mark", String.class),
                        row.get("source", String.class)))
                .toList();
    }

    boolean isInForce(String code, LocalDate day) {
        return list().stream().anyMatch(each -> each.is(code, day));
    }
}
