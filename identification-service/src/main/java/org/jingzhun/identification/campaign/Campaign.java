package org.jingzhun.identification.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One identification of a county's poor (识别工作): quota, versions of the standards, dates. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Campaign {

    private static final long COUNTY_SPAN = 999_999;

    @Id
    private UUID id;

    private int year;
    private long county;
    private String scorecard;
    private String vetoList;
    private int quotaPersons;
    private LocalDate pointInTime;
    private int noticeDays;
    private long noticePolicy;
    private long quorumPolicy;
    private long lineEdgePolicy;
    private long majorityPolicy;
    private long visitsBeforePolicy;
    private long visitsAfterPolicy;
    private LocalDate visitsFrom;
    private LocalDate visitsUntil;
    private @Nullable Instant screenedAt;

    @Version
    private long revision;

    protected Campaign() {}

    /**
     * The rows of the policies by which a campaign goes, those of its notices beside.
     *
     * @param visitsBefore months before the year
     * @param visitsAfter months behind the year
     */
    record Rules(
            Policies.Policy quorum,
            Policies.Policy majority,
            Policies.Policy lineEdge,
            Policies.Policy visitsBefore,
            Policies.Policy visitsAfter) {}

    Campaign(UUID id, CampaignPlan plan, NoticePolicies.NoticePolicy policy, Rules rules) {
        this.id = id;
        this.year = plan.year();
        this.county = plan.county();
        this.scorecard = plan.scorecard();
        this.vetoList = plan.vetoList();
        this.quotaPersons = plan.quotaPersons();
        this.pointInTime = plan.pointInTime();
        this.noticeDays = policy.days();
        this.noticePolicy = policy.id();
        this.quorumPolicy = rules.quorum().id();
        this.majorityPolicy = rules.majority().id();
        this.lineEdgePolicy = rules.lineEdge().id();
        this.visitsBeforePolicy = rules.visitsBefore().id();
        this.visitsAfterPolicy = rules.visitsAfter().id();
        LocalDate preparation = LocalDate.of(year, Month.JANUARY, 1)
                .minusMonths(rules.visitsBefore().value());
        this.visitsFrom = preparation.isBefore(pointInTime) ? preparation : pointInTime;
        this.visitsUntil = LocalDate.of(year + 1, Month.JANUARY, 1)
                .plusMonths(rules.visitsAfter().value())
                .minusDays(1);
    }

    /**
     * Takes over what may change.
     *
     * @param lineFixed whether the quota was used
     * @return whether anything changed
     */
    boolean change(CampaignPlan plan, boolean lineFixed) {
        boolean sameFrame = year == plan.year()
                && county == plan.county()
                && scorecard.equals(plan.scorecard())
                && vetoList.equals(plan.vetoList())
                && pointInTime.equals(plan.pointInTime())
                && (plan.noticeDays() == null || plan.noticeDays() == noticeDays);
        boolean sameQuota = quotaPersons == plan.quotaPersons();
        if (!sameFrame || (!sameQuota && lineFixed)) {
            throw new CampaignRefusal.CampaignFixed().asException();
        }
        quotaPersons = plan.quotaPersons();
        return !sameQuota;
    }

    /** Remembers that the departments' data were matched. */
    public void screened(Instant now) {
        screenedAt = now;
    }

    public UUID id() {
        return id;
    }

    public int year() {
        return year;
    }

    /** The lowest code of the county. */
    public long county() {
        return county;
    }

    /** The highest code that a village of the county can have. */
    public long countyEnd() {
        return county + COUNTY_SPAN;
    }

    public String scorecard() {
        return scorecard;
    }

    public String vetoList() {
        return vetoList;
    }

    public int quotaPersons() {
        return quotaPersons;
    }

    public LocalDate pointInTime() {
        return pointInTime;
    }

    /** Calendar days that each notice stands. */
    public int noticeDays() {
        return noticeDays;
    }

    /** The row of the policies that set the days. */
    public long noticePolicy() {
        return noticePolicy;
    }

    /** The row of the policies that says how many must be at an appraisal. */
    public long quorumPolicy() {
        return quorumPolicy;
    }

    /** The row of the policies that says how near to the line a household is visited a second time. */
    public long lineEdgePolicy() {
        return lineEdgePolicy;
    }

    /** The row of the policies that says how many must agree at an appraisal. */
    public long majorityPolicy() {
        return majorityPolicy;
    }

    /** The rows of the policies that say when visits may be. */
    public List<Long> visitPolicies() {
        return List.of(visitsBeforePolicy, visitsAfterPolicy);
    }

    /** The first day on which a visit may have been: in the preparation, or the campaign's point in time if that is earlier. */
    public LocalDate visitsFrom() {
        return visitsFrom;
    }

    /** The last day on which a visit may have been. */
    public LocalDate visitsUntil() {
        return visitsUntil;
    }

    /** When the departments' data were last matched; null until then. */
    public @Nullable Instant screenedAt() {
        return screenedAt;
    }

    public long revision() {
        return revision;
    }
}
