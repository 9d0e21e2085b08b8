package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jingzhun.identification.campaign.PublicNames;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Shows the notices of monitoring that are up now, each until the review takes it down. */
@ApplicationScoped
public class MonitoringNotices {

    /** No village has more households. */
    private static final int MOST = 20_000;

    private static final String UP = """
            select c.stage, d.name, c.notice_since, c.notice_days, h.hamlet, h.householder, h.persons
            from monitoring_case c
            join household h on h.id = c.household_id
            left join division d on d.code = c.village_code
            where c.stage in ('NOTICED', 'CLOSURE_NOTICED') and c.village_code = :village
            order by c.stage desc, c.notice_since, c.notice_days, h.hamlet, h.householder, c.id limit :most
            """;

    private final Session database;
    private final PublicNames names;

    MonitoringNotices(Session database, PublicNames names) {
        this.database = database;
        this.names = names;
    }

    private record Head(Stage stage, @Nullable String village, LocalDate since, int days) {

        static Head of(Tuple row) {
            return new Head(
                    Stage.valueOf(row.get("stage", String.class)),
                    row.get("name", String.class),
                    row.get("notice_since", LocalDate.class),
                    row.get("notice_days", Integer.class));
        }

        MonitoringNotice notice(long code, List<MonitoringNotice.Row> rows) {
            return new MonitoringNotice(
                    stage == Stage.NOTICED ? MonitoringNotice.Subject.IDENTIFICATION : MonitoringNotice.Subject.CLOSURE,
                    DivisionCode.text(code),
                    village,
                    since,
                    since.plusDays(days),
                    rows);
        }
    }

    /** The notices of a village, one for each subject and day on which some were put up. */
    @Transactional
    public List<MonitoringNotice> list(long village) {
        Map<Head, List<MonitoringNotice.Row>> notices = new LinkedHashMap<>();
        for (Tuple row : database.createNativeQuery(UP, Tuple.class)
                .setParameter("village", village)
                .setParameter("most", MOST)
                .getResultList()) {
            List<MonitoringNotice.Row> rows = notices.computeIfAbsent(Head.of(row), none -> new ArrayList<>());
            rows.add(new MonitoringNotice.Row(
                    rows.size() + 1,
                    row.get("hamlet", String.class),
                    names.shown(row.get("householder", String.class)),
                    row.get("persons", Integer.class)));
        }
        return notices.entrySet().stream()
                .map(each -> each.getKey().notice(village, each.getValue()))
                .toList();
    }
}
