package org.jingzhun.identification.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;

/** Tells which campaigns have the answers of a division. */
@ApplicationScoped
class AnswerSources {

    /** Of each county the campaign of the last year, as far as it reaches into the division. */
    private static final String SOURCES = """
            select distinct on (c.county) c.id, c.scorecard, greatest(c.county, :from) as first,
                   least(c.county + 999999, :to) as last
            from campaign c where c.county <= :to and c.county + 999999 >= :from
            order by c.county, c.year desc, c.id desc
            """;

    /** A few townships at a time: the villages of a county in pieces that fill two readers. */
    private static final String TOWNSHIPS = """
            select distinct code / 1000 * 1000 from division
            where level = 'VILLAGE' and code between :from and :to order by 1
            """;

    private static final long TOWNSHIP_SPAN = 999;

    private final Session database;

    AnswerSources(Session database) {
        this.database = database;
    }

    /** Where the answers of a division are, in pieces to be read side by side. */
    List<Range> ranges(Area division) {
        List<Range> sources = new ArrayList<>();
        for (Tuple row : database.createNativeQuery(SOURCES, Tuple.class)
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .getResultList()) {
            sources.add(new Range(
                    row.get("id", UUID.class),
                    row.get("scorecard", String.class),
                    row.get("first", Long.class),
                    row.get("last", Long.class)));
        }
        return sources.size() == 1 ? townships(sources.getFirst()) : sources;
    }

    private List<Range> townships(Range county) {
        return database
                .createNativeQuery(TOWNSHIPS, Long.class)
                .setParameter("from", county.from())
                .setParameter("to", county.to())
                .getResultList()
                .stream()
                .map(township -> new Range(
                        county.campaign(),
                        county.scorecard(),
                        Math.max(township, county.from()),
                        Math.min(township + TOWNSHIP_SPAN, county.to())))
                .toList();
    }
}
