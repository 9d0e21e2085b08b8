package org.jingzhun.identification.assessment;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jspecify.annotations.Nullable;

/** One visit to a household with its answers and its score (入户评估). */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Assessment {

    @Id
    private UUID id;

    private UUID householdId;
    private long villageCode;
    private UUID campaignId;

    @Enumerated(EnumType.STRING)
    private Round round;

    private String scorecard;
    private long answersLow;
    private long answersHigh;
    private int score;
    private @Nullable Integer appraisedScore;

    @Formula("(select s.score from score s join campaign_scorecard c on c.scoring_id = s.scoring_id"
            + " where c.campaign_id = campaign_id and s.assessment_id = id)")
    private @Nullable Integer standing;

    private LocalDate visitedOn;
    private List<String> assessors;
    private String signedBy;

    @Enumerated(EnumType.STRING)
    private Cause mainCause;

    private List<String> otherCauses;
    private @Nullable BigDecimal latitude;
    private @Nullable BigDecimal longitude;
    private @Nullable Long debtsFen;
    private @Nullable Long incomeFen;

    @Convert(converter = VisitFormText.class)
    private @Nullable VisitForm form;

    @Version
    private long revision = 1;

    protected Assessment() {}

    Assessment(UUID id, Visit visit, long villageCode) {
        this.id = id;
        this.householdId = visit.householdId();
        this.villageCode = villageCode;
        this.campaignId = visit.campaignId();
        this.round = visit.round();
    }

    /** Whether it is of the same household, campaign and round, so that it may be corrected by the visit. */
    boolean isOf(Visit visit) {
        return householdId.equals(visit.householdId())
                && campaignId.equals(visit.campaignId())
                && round == visit.round();
    }

    /** Whether just this is recorded. */
    boolean says(Visit visit, AnswerSheet answers) {
        return visit().equals(visit) && answers().equals(answers);
    }

    /** Records the visit, in place of what was recorded. */
    void record(Visit visit, AnswerSheet answers, int points) {
        scorecard = answers.scorecard();
        answersLow = answers.low();
        answersHigh = answers.high();
        score = points;
        standing = points;
        visitedOn = visit.visitedOn();
        assessors = visit.assessors();
        signedBy = visit.signedBy();
        mainCause = visit.mainCause();
        otherCauses = visit.otherCauses().stream().map(Cause::name).toList();
        Location location = visit.location();
        latitude = location == null ? null : location.latitude();
        longitude = location == null ? null : location.longitude();
        debtsFen = visit.debtsFen();
        incomeFen = visit.incomeFen();
        form = visit.form().equals(VisitForm.NONE) ? null : visit.form();
    }

    public UUID id() {
        return id;
    }

    public long villageCode() {
        return villageCode;
    }

    public AnswerSheet answers() {
        return new AnswerSheet(scorecard, answersLow, answersHigh);
    }

    /** The score as it was stored. */
    public int score() {
        return score;
    }

    /** The score that counts: as the last appraisal changed it, or by the scoring in force. */
    public int counted() {
        return appraisedScore != null ? appraisedScore : standing != null ? standing : score;
    }

    /** Whether an appraisal has changed the score. */
    public boolean isAppraised() {
        return appraisedScore != null;
    }

    /** Takes over what an appraisal made of the score. */
    void appraise(int points) {
        appraisedScore = points;
    }

    public long revision() {
        return revision;
    }

    public Visit visit() {
        return new Visit(
                householdId,
                campaignId,
                round,
                visitedOn,
                assessors,
                signedBy,
                mainCause,
                otherCauses.stream().map(Cause::valueOf).toList(),
                latitude == null || longitude == null ? null : new Location(latitude, longitude),
                debtsFen,
                incomeFen,
                form == null ? VisitForm.NONE : form);
    }
}
