package org.jingzhun.identification.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.assessment.Assessments;
import org.jingzhun.identification.assessment.Round;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.campaign.SecondVisits;
import org.jingzhun.identification.form.proposal.FormRules;
import org.jingzhun.identification.form.proposal.Known;
import org.jingzhun.identification.form.proposal.Person;
import org.jingzhun.identification.form.proposal.Proposing;
import org.jingzhun.identification.household.Health;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.household.Labour;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Schooling;
import org.jingzhun.identification.household.Work;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.income.IncomeProposals;
import org.jingzhun.identification.observed.funding.Benefits;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jspecify.annotations.Nullable;

/** Fills in the form of the next visit, so that a surveyor types only what is new. */
@ApplicationScoped
public class FormFilling {

    private static final long COUNTY = 1_000_000;

    private final Households households;
    private final Campaigns campaigns;
    private final Assessments assessments;
    private final Scorecards scorecards;
    private final FormRulebook rulebook;
    private final Circumstances circumstances;
    private final SecondVisits secondVisits;
    private final IncomeProposals told;
    private final Benefits benefits;
    private final Sealing sealing;
    private final Audit audit;
    private final Clock clock;

    FormFilling(
            Households households,
            Campaigns campaigns,
            Assessments assessments,
            Scorecards scorecards,
            FormRulebook rulebook,
            Circumstances circumstances,
            SecondVisits secondVisits,
            IncomeProposals told,
            Benefits benefits,
            Sealing sealing,
            Audit audit,
            Clock clock) {
        this.households = households;
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.scorecards = scorecards;
        this.rulebook = rulebook;
        this.circumstances = circumstances;
        this.secondVisits = secondVisits;
        this.told = told;
        this.benefits = benefits;
        this.sealing = sealing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The form of the household's next visit.
     *
     * @param campaignId null for the newest campaign of the household's county
     * @throws org.jingzhun.chassis.http.ProblemException 404 without such a household or campaign, 422 for a campaign of
     *     another county
     */
    @Transactional
    public Form fill(UUID householdId, @Nullable UUID campaignId) {
        Household household = households.findWithMembers(householdId).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        Campaign campaign = campaign(household, campaignId);
        Scorecard card = scorecards.get(campaign.scorecard()).card();
        HouseholdFacts facts = household.facts(sealing);
        List<Assessment> visits = assessments.listOf(campaign.id(), householdId);
        List<KnownFact> against = circumstances.listFacts(household, campaign);
        audit.record(AuditEntry.of("form-read", "household", householdId)
                .in(household.villageCode())
                .with("campaign", campaign.id()));
        FormRules rules = rulebook.of(card.version());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        LocalDate since = today.minusYears(1).plusDays(1);
        return new Form(
                household,
                facts.hamlet(),
                facts.householder(),
                campaign,
                card,
                next(visits),
                visits.isEmpty()
                        ? Set.of()
                        : secondVisits.reasonsOf(campaign.id(), household.villageCode(), householdId),
                against,
                told.listOpen(householdId),
                since,
                benefits.listOf(householdId, since, today),
                Proposing.propose(
                        card.categories().stream().map(Category::code).toList(),
                        rules,
                        known(household, facts, campaign, card)));
    }

    private Campaign campaign(Household household, @Nullable UUID id) {
        long county = household.villageCode() / COUNTY * COUNTY;
        UUID chosen = id != null
                ? id
                : circumstances.findNewestCampaign(county).orElseThrow(() -> Problem.of(404, "no-campaign")
                        .asException());
        Campaign campaign = campaigns.get(chosen);
        if (campaign.county() != county) {
            throw Problem.of(422, "campaign-elsewhere").asException();
        }
        return campaign;
    }

    private static @Nullable Round next(List<Assessment> visits) {
        Set<Round> made = EnumSet.noneOf(Round.class);
        visits.forEach(visit -> made.add(visit.visit().round()));
        return !made.contains(Round.FIRST_VISIT)
                ? Round.FIRST_VISIT
                : !made.contains(Round.SECOND_VISIT) ? Round.SECOND_VISIT : null;
    }

    /** What was answered in this campaign is not proposed: a second visit is to find out by itself. */
    private Known known(Household household, HouseholdFacts facts, Campaign campaign, Scorecard card) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return new Known(
                facts.members().stream().map(member -> person(member, today)).toList(),
                circumstances
                        .findEarlier(household, campaign)
                        .map(earlier -> new Known.Earlier(earlier.visitedOn(), ScoreTable.write(card, earlier.sheet())))
                        .orElse(null),
                circumstances.listNeighbours(household, facts.hamlet(), campaign).stream()
                        .map(sheet -> ScoreTable.write(card, sheet))
                        .toList());
    }

    private static Person person(MemberFacts member, LocalDate today) {
        Disability disability = member.secrets().disability();
        Health health = member.secrets().health();
        return new Person(
                place(member),
                Math.max(0, Period.between(member.birthDate(), today).getYears()),
                member.labour().works(),
                member.labour() == Labour.SKILLED,
                disability == null ? 0 : disability.grade(),
                health == Health.CHRONIC,
                health == Health.MAJOR_ILLNESS,
                school(member.schooling()),
                member.work() == Work.NONE ? 0 : member.monthsWorked());
    }

    private static Person.Place place(MemberFacts member) {
        return switch (member.relation()) {
            case HEAD -> Person.Place.HEAD;
            case SPOUSE -> Person.Place.SPOUSE;
            case SON, DAUGHTER -> Person.Place.CHILD;
            default -> Person.Place.OTHER;
        };
    }

    private static Person.School school(Schooling schooling) {
        return switch (schooling) {
            case NONE -> Person.School.NONE;
            case PRESCHOOL, PRIMARY, GRADE_7, GRADE_8, GRADE_9 -> Person.School.PUPIL;
            case SENIOR_1, SENIOR_2, SENIOR_3, VOCATIONAL_1, VOCATIONAL_2, VOCATIONAL_3 -> Person.School.SENIOR;
            case HIGHER_VOCATIONAL_1, HIGHER_VOCATIONAL_2, HIGHER_VOCATIONAL_3, COLLEGE -> Person.School.TERTIARY;
        };
    }
}
