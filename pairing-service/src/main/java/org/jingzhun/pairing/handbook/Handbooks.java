package org.jingzhun.pairing.handbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.observed.identification.ObservedMembers;
import org.jingzhun.pairing.visit.Visit;
import org.jingzhun.pairing.visit.VisitFacts;
import org.jingzhun.pairing.visit.Visits;
import org.jspecify.annotations.Nullable;

/** Puts booklets together out of what is recorded. */
@ApplicationScoped
public class Handbooks {

    private final Database database;
    private final Visits visits;
    private final ObservedMembers members;
    private final Needs needs;
    private final Instance<HandbookSection> sections;

    Handbooks(
            Database database,
            Visits visits,
            ObservedMembers members,
            Needs needs,
            @Any Instance<HandbookSection> sections) {
        this.database = database;
        this.visits = visits;
        this.members = members;
        this.needs = needs;
        this.sections = sections;
    }

    /**
     * @param helper whose household it must be today; null for any
     * @return empty when identification has not told of the household, or it is out of the caller's sight
     */
    @Transactional
    public Optional<Handbook> find(UUID household, @Nullable UUID helper) {
        boolean visible = helper == null
                || database.find(
                                "select 1 from pairing where household_id = ? and helper_id = ? and state = 'ACTIVE'",
                                row -> true,
                                household,
                                helper)
                        .isPresent();
        return visible ? card(household).map(card -> of(household, card)) : Optional.empty();
    }

    private Handbook of(UUID household, Handbook.Card card) {
        List<Visit> standing = visits.ofHousehold(household).stream()
                .filter(visit -> visit.correctedBy() == null)
                .toList();
        List<Handbook.HelperTerm> helpers = helpers(household);
        LocalDate last = standing.isEmpty() ? null : standing.getLast().visitedOn();
        return new Handbook(
                filled(card, helpers, last),
                members.of(household),
                history(household),
                helpers,
                sections.stream()
                        .sorted(Comparator.comparingInt(HandbookSection::place))
                        .flatMap(section -> section.of(household).stream())
                        .toList(),
                needs.of(household, standing),
                standing,
                incomes(standing),
                benefits(household));
    }

    private static Handbook.Card filled(
            Handbook.Card card, List<Handbook.HelperTerm> helpers, @Nullable LocalDate lastVisitedOn) {
        return new Handbook.Card(
                card.householdId(),
                card.householder(),
                card.villageCode(),
                card.villageName(),
                card.hamlet(),
                card.persons(),
                card.labourers(),
                card.status(),
                card.attribute(),
                card.mainCause(),
                card.otherCauses(),
                card.registeredOn(),
                card.monitored(),
                helpers.stream()
                        .filter(term -> term.until() == null)
                        .findFirst()
                        .orElse(null),
                lastVisitedOn);
    }

    private Optional<Handbook.Card> card(UUID household) {
        return database.find(
                "select o.*, d.name as village, exists (select from observed_monitoring m"
                        + " where m.household_id = o.id and m.closed_on is null) as monitored"
                        + " from observed_household o left join observed_division d on d.code = o.village_code"
                        + " where o.id = ?",
                Handbooks::card,
                household);
    }

    private static Handbook.Card card(ResultSet row) throws SQLException {
        return new Handbook.Card(
                row.getObject("id", UUID.class),
                row.getString("householder"),
                row.getLong("village_code"),
                row.getString("village"),
                row.getString("hamlet"),
                row.getInt("persons"),
                row.getObject("labourers", Integer.class),
                row.getString("status"),
                row.getString("attribute"),
                row.getString("main_cause"),
                List.of((String[]) row.getArray("other_causes").getArray()),
                row.getObject("registered_on", LocalDate.class),
                row.getBoolean("monitored"),
                null,
                null);
    }

    private List<Handbook.StatusSince> history(UUID household) {
        return database.list(
                "select status, since, document from observed_status where household_id = ? order by since, revision",
                row -> new Handbook.StatusSince(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)),
                household);
    }

    private List<Handbook.HelperTerm> helpers(UUID household) {
        return database.list(
                "select h.name, u.name, h.post, p.since, p.until from pairing p left join helper h on h.id = p.helper_id"
                        + " left join unit u on u.id = h.unit_id where p.household_id = ? order by p.revision, p.since",
                row -> new Handbook.HelperTerm(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)),
                household);
    }

    private List<Handbook.Benefit> benefits(UUID household) {
        return database.list(
                "select year, benefit, fen, state, paid_on, source_name from observed_benefit where household_id = ?"
                        + " order by paid_on, payment_id",
                row -> new Handbook.Benefit(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)),
                household);
    }

    private static List<Handbook.YearlyIncome> incomes(List<Visit> visits) {
        Map<Integer, Map<String, Long>> sums = new TreeMap<>();
        for (Visit visit : visits) {
            for (VisitFacts.IncomeItem income : visit.facts().incomes()) {
                sums.computeIfAbsent(visit.visitedOn().getYear(), year -> new TreeMap<>())
                        .merge(income.item(), income.fen(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .flatMap(year -> year.getValue().entrySet().stream()
                        .map(item -> new Handbook.YearlyIncome(year.getKey(), item.getKey(), item.getValue())))
                .toList();
    }
}
