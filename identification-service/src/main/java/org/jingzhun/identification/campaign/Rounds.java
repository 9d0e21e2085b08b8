package org.jingzhun.identification.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
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
            select round_id, gate, taken_by, taken_name, taken_at, remark, signers, present, entitled, votes,
                   unassessed, missing_second_visits, open_flags, open_objections, screened, line_fixed
            from round_step where round_id = any(?1) order by taken_at, gate
            """;
    private static final String KEEP_STEP = """
            insert into round_step (round_id, gate, village_code, taken_by, taken_name, taken_at, remark, signers,
                                    present, entitled, votes, unassessed, missing_second_visits, open_flags,
                                    open_objections, screened, line_fixed)
            select r.id, :gate, r.village_code, :by, :name, :at, :remark, :signers, :present, :entitled, :votes,
                   f.unassessed, f.missing, f.flags, f.objections, :screened, :lineFixed
            from unnest(cast(:rounds as uuid[]), cast(:unassessed as integer[]), cast(:missing as integer[]),
                        cast(:flags as integer[]), cast(:objections as integer[]))
                 f (id, unassessed, missing, flags, objections)
            join round r on r.id = f.id
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

    /** The rounds of a campaign in an area where a gate is next, by village; nobody else changes them meanwhile. */
    List<Round> listLocked(UUID campaign, Gate gate, Area area) {
        return find(
                        "campaignId = ?1 and stage = ?2 and villageCode between ?3 and ?4 order by villageCode",
                        campaign,
                        gate.from(),
                        area.from(),
                        area.to())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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

    /** Whether the list of a village is announced. */
    public boolean isAnnounced(UUID campaign, long village) {
        return count("campaignId = ?1 and villageCode = ?2 and stage = ?3", campaign, village, Stage.ANNOUNCED) > 0;
    }

    /** The gates that were opened, in order. */
    public List<StepTaken> listSteps(UUID round) {
        return listSteps(List.of(round)).getOrDefault(round, List.of());
    }

    /** The gates that were opened of many rounds, by the id of the round; a round without any is not there. */
    Map<UUID, List<StepTaken>> listSteps(List<UUID> rounds) {
        List<Tuple> rows = session()
                .createNativeQuery(STEPS, Tuple.class)
                .setParameter(1, rounds.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("round_id", UUID.class), Collectors.mapping(Rounds::step, Collectors.toList())));
    }

    /** Keeps a step that was taken alike in all these rounds. */
    void keep(List<Round> rounds, StepTaken step, Map<UUID, Findings> findings) {
        Minutes minutes = step.minutes();
        List<Counted> counted = rounds.stream()
                .map(round -> Counted.of(step.gate(), Objects.requireNonNull(findings.get(round.id()))))
                .toList();
        session()
                .createNativeMutationQuery(KEEP_STEP)
                .setParameter("rounds", rounds.stream().map(Round::id).toArray(UUID[]::new))
                .setParameter("unassessed", numbers(counted, Counted::unassessed))
                .setParameter("missing", numbers(counted, Counted::missingSecondVisits))
                .setParameter("flags", numbers(counted, Counted::openFlags))
                .setParameter("objections", numbers(counted, Counted::openObjections))
                .setParameter("screened", counted.getFirst().screened())
                .setParameter("lineFixed", counted.getFirst().lineFixed())
                .setParameter("gate", step.gate().name())
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

    private static @Nullable Integer[] numbers(List<Counted> counted, Function<Counted, @Nullable Integer> number) {
        @Nullable Integer[] numbers = new Integer[counted.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.apply(counted.get(i));
        }
        return numbers;
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
                        : new Minutes(present, row.get("entitled", Integer.class), row.get("votes", Integer.class)),
                counted(row));
    }

    private static @Nullable Counted counted(Tuple row) {
        Integer flags = row.get("open_flags", Integer.class);
        return flags == null
                ? null
                : new Counted(
                        row.get("unassessed", Integer.class),
                        row.get("missing_second_visits", Integer.class),
                        flags,
                        row.get("open_objections", Integer.class),
                        row.get("screened", Boolean.class),
                        row.get("line_fixed", Boolean.class));
    }
}
