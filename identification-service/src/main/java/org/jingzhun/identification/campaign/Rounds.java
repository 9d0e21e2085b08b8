package org.jingzhun.identification.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** The rounds of the villages in the caller's area. */
@ApplicationScoped
public class Rounds implements PanacheRepositoryBase<Round, UUID> {

    private static final String OPEN_ALL = """
            insert into round (id, campaign_id, village_code)
            select uuidv7(), :campaign, d.code from division d
            where d.level = 'VILLAGE' and d.code between :from and :to and d.valid_from <= :day
              and (d.valid_to is null or d.valid_to >= :day)
            order by d.code
            """;
    private static final String STEPS = """
            select gate, taken_by, taken_name, taken_at, remark, signers, present, entitled, votes
            from round_step where round_id = ?1 order by taken_at, gate
            """;
    private static final String KEEP_STEP = """
            insert into round_step (round_id, gate, village_code, taken_by, taken_name, taken_at, remark, signers,
                                    present, entitled, votes)
            values (:round, :gate, :village, :by, :name, :at, :remark, :signers, :present, :entitled, :votes)
            """;

    /** One round for each village of the campaign's county that exists on its day. */
    int openAll(Campaign campaign) {
        return session()
                .createNativeMutationQuery(OPEN_ALL)
                .setParameter("campaign", campaign.id())
                .setParameter("from", campaign.county())
                .setParameter("to", campaign.countyEnd())
                .setParameter("day", campaign.pointInTime())
                .executeUpdate();
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public Round get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same, holding off everybody else who wants to change it. */
    Round getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The rounds of a campaign by village. */
    public Slice<Round> list(UUID campaign, @Nullable Stage stage, @Nullable Cursor after, int limit) {
        long behind = after == null ? 0 : after.number(0);
        var rows = stage == null
                ? find("campaignId = ?1 and villageCode > ?2 order by villageCode", campaign, behind)
                : find(
                        "campaignId = ?1 and villageCode > ?2 and stage = ?3 order by villageCode",
                        campaign,
                        behind,
                        stage);
        return Slice.of(rows.range(0, limit).list(), limit, last -> Cursor.of(last.villageCode()));
    }

    /** The gates that were opened, in order. */
    public List<StepTaken> listSteps(UUID round) {
        List<Tuple> rows = session()
                .createNativeQuery(STEPS, Tuple.class)
                .setParameter(1, round)
                .getResultList();
        return rows.stream().map(Rounds::step).toList();
    }

    void keep(Round round, StepTaken step) {
        Minutes minutes = step.minutes();
        session()
                .createNativeMutationQuery(KEEP_STEP)
                .setParameter("round", round.id())
                .setParameter("gate", step.gate().name())
                .setParameter("village", round.villageCode())
                .setParameter("by", step.takenBy())
                .setParameter("name", step.takenName())
                .setParameter("at", step.takenAt())
                .setParameter("remark", step.remark(), String.class)
                .setParameter("signers", step.signers().toArray(String[]::new))
                .setParameter("present", minutes == null ? null : minutes.present(), Integer.class)
                .setParameter("entitled", minutes == null ? null : minutes.entitled(), Integer.class)
                .setParameter("votes", minutes == null ? null : minutes.votes(), Integer.class)
                .executeUpdate();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    private static StepTaken step(Tuple row) {
        Integer present = row.get("present", Integer.class);
        return new StepTaken(
                Gate.valueOf(row.get("gate", String.class)),
                row.get("taken_by", String.class),
                row.get("taken_name", String.class),
                row.get("taken_at", Instant.class),
                row.get("remark", String.class),
                List.of(row.get("signers", String[].class)),
                present == null
                        ? null
                        : new Minutes(present, row.get("entitled", Integer.class), row.get("votes", Integer.class)));
    }
}
