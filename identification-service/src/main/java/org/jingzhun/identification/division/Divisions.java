package org.jingzhun.identification.division;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** All divisions; everybody may read each of them. */
@ApplicationScoped
public class Divisions implements PanacheRepositoryBase<Division, Long> {

    /**
     * The divisions in the order of their codes.
     *
     * @param parent only those directly below it; null for all
     * @param level only those of this level; null for all
     * @param after cursor behind a code
     */
    public Slice<Division> list(@Nullable Long parent, @Nullable Level level, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("code > :after");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("after", after == null ? 0L : after.number(0));
        if (parent != null) {
            where.append(" and parent = :parent");
            values.put("parent", parent);
        }
        if (level != null) {
            where.append(" and level = :level");
            values.put("level", level);
        }
        List<Division> rows =
                find(where + " order by code", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.code()));
    }

    public Optional<Division> findByCode(long code) {
        return findByIdOptional(code);
    }
}
