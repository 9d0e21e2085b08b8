package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** What became of the flags of each source: how far a department's records can be trusted. */
@ApplicationScoped
public class Outcomes {

    private static final String COUNT = """
            select source, count(*) as flags, count(*) filter (where state = 'OPEN') as open,
                   count(*) filter (where state = 'NOTED') as noted,
                   count(*) filter (where state = 'LAPSED') as lapsed,
                   count(*) filter (where state = 'CONFIRMED') as confirmed,
                   count(*) filter (where ground = 'FALSE_MATCH') as false_matches,
                   count(*) filter (where ground = 'EXCEPTION') as excepted,
                   count(*) filter (where ground = 'FACT_DIFFERS') as differing
            from flag
            where village_code between :from and :to and (cast(:campaign as uuid) is null or campaign_id = :campaign)
              and (cast(:purpose as text) is null or (campaign_id is null) = (:purpose = 'REGISTER'))
            group by source order by source
            """;

    private final Session database;

    Outcomes(Session database) {
        this.database = database;
    }

    /**
     * The flags of a source.
     *
     * @param open wait for their second check
     * @param falseMatches dismissed because the record was somebody else's
     * @param excepted dismissed by an exception of the list
     * @param differing dismissed because the fact was not as recorded
     */
    public record OfSource(
            FlagSource source,
            long flags,
            long open,
            long noted,
            long lapsed,
            long confirmed,
            long falseMatches,
            long excepted,
            long differing) {

        /** Those that a second check has decided. */
        public long checked() {
            return confirmed + falseMatches + excepted + differing;
        }
    }

    @Transactional
    public List<OfSource> count(Area area, @Nullable UUID campaign, @Nullable Purpose purpose) {
        return database
                .createNativeQuery(COUNT, Tuple.class)
                .setParameter("from", area.from())
                .setParameter("to", area.to())
                .setParameter("campaign", campaign, UUID.class)
                .setParameter("purpose", purpose == null ? null : purpose.name(), String.class)
                .getResultList()
                .stream()
                .map(row -> new OfSource(
                        FlagSource.valueOf(row.get("source", String.class)),
                        row.get("flags", Long.class),
                        row.get("open", Long.class),
                        row.get("noted", Long.class),
                        row.get("lapsed", Long.class),
                        row.get("confirmed", Long.class),
                        row.get("false_matches", Long.class),
                        row.get("excepted", Long.class),
                        row.get("differing", Long.class)))
                .toList();
    }
}
