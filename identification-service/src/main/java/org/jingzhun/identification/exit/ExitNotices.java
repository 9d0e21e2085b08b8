package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.campaign.PublicNames;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Shows the notices of exits that are up now. */
@ApplicationScoped
public class ExitNotices {

    /** No village has more households, and no province more villages. */
    private static final int MOST = 20_000;

    private static final String HOUSEHOLDS = """
            select x.place_code, d.name, x.year, x.notice_since, x.notice_days, h.hamlet, h.householder, h.persons
            from exit_case x
            join household h on h.id = x.household_id
            left join division d on d.code = x.place_code
            where x.subject = 'HOUSEHOLD' and x.stage = 'NOTICED' and x.place_code = :village
            order by x.year, x.notice_since, x.notice_days, h.hamlet, h.householder, x.id limit :most
            """;
    private static final String PLACES = """
            select x.place_code, d.name, x.year, x.notice_since, x.notice_days
            from exit_case x
            left join division d on d.code = x.place_code
            where x.subject = :subject and x.stage = 'NOTICED' and x.place_code between :from and :to
            order by x.year, x.notice_since, x.place_code limit :most
            """;

    private final Session database;
    private final PublicNames names;

    ExitNotices(Session database, PublicNames names) {
        this.database = database;
        this.names = names;
    }

    private record Head(long place, @Nullable String name, int year, LocalDate since, int days) {

        static Head of(Tuple row) {
            return new Head(
                    row.get("place_code", Long.class),
                    row.get("name", String.class),
                    row.get("year", Integer.class),
                    row.get("notice_since", LocalDate.class),
                    row.get("notice_days", Integer.class));
        }

        ExitNotice notice(Subject subject, List<ExitNotice.Row> rows) {
            return new ExitNotice(subject, DivisionCode.text(place), name, year, since, since.plusDays(days), rows);
        }
    }

    /** The notices of a village's households, one for each day on which some were put up. */
    @Transactional
    public List<ExitNotice> listOfHouseholds(long village) {
        Map<Head, List<ExitNotice.Row>> notices = new LinkedHashMap<>();
        for (Tuple row : database.createNativeQuery(HOUSEHOLDS, Tuple.class)
                .setParameter("village", village)
                .setParameter("most", MOST)
                .getResultList()) {
            List<ExitNotice.Row> rows = notices.computeIfAbsent(Head.of(row), none -> new ArrayList<>());
            rows.add(new ExitNotice.Row(
                    rows.size() + 1,
                    row.get("hamlet", String.class),
                    names.shown(row.get("householder", String.class)),
                    row.get("persons", Integer.class)));
        }
        return notices.entrySet().stream()
                .map(each -> each.getKey().notice(Subject.HOUSEHOLD, each.getValue()))
                .toList();
    }

    /** The notices of villages or counties within a division. */
    @Transactional
    public List<ExitNotice> listOfPlaces(Subject subject, Area division) {
        return database
                .createNativeQuery(PLACES, Tuple.class)
                .setParameter("subject", subject.name())
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .setParameter("most", MOST)
                .getResultList()
                .stream()
                .map(row -> Head.of(row).notice(subject, List.of()))
                .toList();
    }
}
