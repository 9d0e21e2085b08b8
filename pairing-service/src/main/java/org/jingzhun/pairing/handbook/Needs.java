package org.jingzhun.pairing.handbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.visit.Visit;
import org.jspecify.annotations.Nullable;

/** What a household needed, out of its visits and of what was published for it, beside the help that came. */
@ApplicationScoped
class Needs {

    private static final String MEASURES = """
            select m.pathway, m.title, m.responsible, min(e.seen_on) as seen_on
            from help_plan p
            join help_measure m on m.plan_id = p.id and not m.dropped
            join help_effect e on e.measure_id = m.id and e.done
            where p.household_id = ?
            group by m.id, m.pathway, m.title, m.responsible
            order by min(e.seen_on), m.id
            """;

    private static final String PUBLISHED = """
            select n.id, n.kind, n.title, n.amount, n.needed_by, n.withdrawn, m.id as match, m.amount as matched,
                   o.title as offer, o.donor,
                   (select (s.taken_at at time zone 'Asia/Shanghai')::date from procedure_signature s
                    where s.subject = m.id and s.step = 'CONFIRM') as arrived_on
            from social_need n
            left join social_match m on m.need_id = n.id and m.state <> 'REFUSED'
            left join social_offer o on o.id = m.offer_id
            where n.household_id = ?
            order by n.needed_by, n.id, m.id
            """;

    private final Database database;

    Needs(Database database) {
        this.database = database;
    }

    /** What was told at visits, the first first, then what was published; within the caller's transaction and area. */
    List<Need> of(UUID household, List<Visit> standing) {
        List<NeedHistory.Measure> measures = database.list(
                MEASURES,
                row -> new NeedHistory.Measure(
                        row.getString("pathway"),
                        new Need.Help(
                                Need.Help.Kind.MEASURE,
                                row.getString("title"),
                                row.getString("responsible"),
                                null,
                                row.getObject("seen_on", LocalDate.class))),
                household);
        List<Published> published = published(household);
        List<NeedHistory.Gift> gifts = published.stream()
                .flatMap(need -> need.help().stream().map(help -> new NeedHistory.Gift(need.kind(), help)))
                .toList();
        return Stream.concat(
                        NeedHistory.of(standing, measures, gifts).stream(),
                        published.stream().map(Published::need))
                .toList();
    }

    private List<Published> published(UUID household) {
        Map<UUID, Published> needs = new LinkedHashMap<>();
        for (Published row : database.list(PUBLISHED, Needs::row, household)) {
            needs.computeIfAbsent(row.id(), each -> row.without()).help().addAll(row.help());
        }
        return List.copyOf(needs.values());
    }

    /** @param help may grow */
    private record Published(
            UUID id,
            String kind,
            String title,
            int amount,
            LocalDate neededBy,
            boolean withdrawn,
            List<Need.Help> help) {

        Published without() {
            return new Published(id, kind, title, amount, neededBy, withdrawn, new ArrayList<>());
        }

        Need need() {
            List<Need.Help> arrived =
                    help.stream().filter(each -> each.arrivedOn() != null).toList();
            int sum = arrived.stream()
                    .mapToInt(each -> Objects.requireNonNullElse(each.amount(), 0))
                    .sum();
            boolean met = sum >= amount;
            return new Need(
                    Need.Source.PUBLISHED,
                    kind,
                    title,
                    null,
                    neededBy,
                    outcome(met, sum),
                    met ? lastOf(arrived) : null,
                    help);
        }

        private Need.Outcome outcome(boolean met, int sum) {
            if (met) {
                return Need.Outcome.MET;
            }
            if (withdrawn) {
                return Need.Outcome.WITHDRAWN;
            }
            return sum > 0 ? Need.Outcome.PARTLY_MET : Need.Outcome.OPEN;
        }

        private static @Nullable LocalDate lastOf(List<Need.Help> arrived) {
            return arrived.stream()
                    .map(Need.Help::arrivedOn)
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    private static Published row(ResultSet row) throws SQLException {
        List<Need.Help> help = row.getObject("match") == null
                ? List.of()
                : List.of(new Need.Help(
                        Need.Help.Kind.OFFER,
                        row.getString("offer"),
                        row.getString("donor"),
                        row.getInt("matched"),
                        row.getObject("arrived_on", LocalDate.class)));
        return new Published(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getInt("amount"),
                row.getObject("needed_by", LocalDate.class),
                row.getBoolean("withdrawn"),
                help);
    }
}
