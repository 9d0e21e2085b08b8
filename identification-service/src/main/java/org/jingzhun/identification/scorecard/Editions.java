package org.jingzhun.identification.scorecard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.scorecard.scoring.CardCheck;
import org.jingzhun.identification.scorecard.scoring.CardFault;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jspecify.annotations.Nullable;

/** The scorecards that the caller may see: all that were published, and the drafts of the caller's area. */
@ApplicationScoped
public class Editions implements PanacheRepositoryBase<Edition, String> {

    private static final String STEPS = """
            select position, step, taken_by, taken_name, taken_at, remark, document_number, content_sha256
            from scorecard_step where version = ?1 order by position
            """;
    private static final String KEEP_STEP = """
            insert into scorecard_step (version, position, step, taken_by, taken_name, taken_at, remark,
                                        document_number, content_sha256)
            values (:version, :position, :step, :by, :name, :at, :remark, :document, :digest)
            """;
    private static final String UNDER_WAY = """
            select count(distinct c.id) from campaign c join round r on r.campaign_id = c.id
            where c.scorecard = ?1 and r.stage <> 'ANNOUNCED'
            """;

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public Edition get(String version) {
        return findByIdOptional(version)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same, holding off everybody else who wants to change it. */
    Edition getLocked(String version) {
        return findByIdOptional(version, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** By version; few enough for one answer. Of a division those that are made for all of it. */
    public List<Edition> listAll(@Nullable Stage stage, @Nullable Area division) {
        return find(
                        "stage in ?1 and divisionFrom <= ?2 and divisionTo >= ?3 order by version",
                        stage == null ? List.of(Stage.values()) : List.of(stage),
                        division == null ? Long.MAX_VALUE : division.from(),
                        division == null ? Long.MIN_VALUE : division.to())
                .list();
    }

    /** Categories and items as they are written, sound or not. */
    public List<DraftCategory> categories(Edition edition) {
        return new CardContent(edition.content()).categories();
    }

    /** What is not in order with it; nothing once it is checked. */
    public List<CardFault> check(Edition edition) {
        return CardCheck.check(categories(edition), edition.maxPoints());
    }

    /**
     * A card made ready for scoring, whether or not it is in force.
     *
     * @throws ScorecardException when it is not sound
     */
    public Prepared prepare(Edition edition) {
        List<CardFault> faults = check(edition);
        if (!faults.isEmpty()) {
            throw new ScorecardRefusal.Faulty(faults).asException();
        }
        return new Prepared(
                edition.contentSha256(),
                ScoreTable.of(CardCheck.card(edition.version(), edition.direction(), categories(edition))));
    }

    /** @param sha256 digest of the content, hexadecimal */
    public record Prepared(String sha256, ScoreTable table) {}

    /** The steps that were taken, in order. */
    public List<StepTaken> listSteps(String version) {
        List<StepTaken> steps = new ArrayList<>();
        for (Tuple row : session()
                .createNativeQuery(STEPS, Tuple.class)
                .setParameter(1, version)
                .getResultList()) {
            steps.add(new StepTaken(
                    row.get("position", Integer.class),
                    Step.valueOf(row.get("step", String.class)),
                    row.get("taken_by", String.class),
                    row.get("taken_name", String.class),
                    row.get("taken_at", Instant.class),
                    row.get("remark", String.class),
                    row.get("document_number", String.class),
                    HexFormat.of().formatHex(row.get("content_sha256", byte[].class))));
        }
        return steps;
    }

    void keep(String version, StepTaken step) {
        session()
                .createNativeMutationQuery(KEEP_STEP)
                .setParameter("version", version)
                .setParameter("position", step.position())
                .setParameter("step", step.step().name())
                .setParameter("by", step.takenBy())
                .setParameter("name", step.takenName())
                .setParameter("at", step.takenAt())
                .setParameter("remark", step.remark(), String.class)
                .setParameter("document", step.documentNumber(), String.class)
                .setParameter("digest", HexFormat.of().parseHex(step.contentSha256()))
                .executeUpdate();
    }

    /** Campaigns with villages that are not announced yet. */
    int campaignsUnderWay(String version) {
        return session()
                .createNativeQuery(UNDER_WAY, Long.class)
                .setParameter(1, version)
                .getSingleResult()
                .intValue();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
