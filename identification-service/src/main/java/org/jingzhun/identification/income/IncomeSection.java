package org.jingzhun.identification.income;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jingzhun.identification.income.computing.Computation;
import org.jingzhun.identification.income.computing.Computing;
import org.jingzhun.identification.income.computing.IncomeRules;
import org.jingzhun.identification.income.computing.Item;
import org.jingzhun.identification.income.computing.Line;
import org.jspecify.annotations.Nullable;

/** What a household earned, line by line, with what of it counts. */
@ApplicationScoped
class IncomeSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("incomes", 600, "家庭收入", "Incomes");
    private static final Table<IncomeRow> INCOMES =
            Table.ofFacts("incomes", "历次核算", "Incomes of periods", IncomeRow.class);
    private static final Table<LineRow> LINES = Table.ofRows("lines", "收入明细", "Lines", LineRow.class);
    private static final int DECIMALS = 2;

    private static final String OF_HOUSEHOLDS = """
            select household_id, id, period_from, period_to, rules, items, amounts, persons, net_fen, per_head_fen,
                   stated_by, evidence, corrects, corrected_by, recorded_name, recorded_at
            from income where household_id = any(?)
            order by household_id, period_to, recorded_at, id""";

    private final Rulebook rulebook;

    IncomeSection(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** An income of a period. */
    record IncomeRow(
            UUID id,
            @Label("自") LocalDate from,
            @Label("至") LocalDate to,
            @Label("核算口径") String rules,
            @Label("人口") int persons,
            @Label("纯收入（元）") @Nullable String net,
            @Label("人均纯收入（元）") @Nullable String perHead,
            @Label("申报人") String statedBy,
            @Label("证据") @Nullable String evidence,
            @Label("记录人") String recordedBy,
            @Label("记录时间") Instant recordedAt,
            @Nullable UUID corrects,
            @Label("已被更正") boolean corrected) {}

    /** A line of it. */
    record LineRow(
            UUID incomeId,
            @Label("至") LocalDate to,
            @Label("代码") String item,
            @Label("项目") String name,
            @Label("申报（元）") String stated,
            @Label("计入（元）") String counted,
            @Label("成本（元）") String cost) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.query(OF_HOUSEHOLDS, (household, row) -> {
            IncomeRow income = income(row);
            reading.add(household, INCOMES, income);
            IncomeRules rules = rulebook.find(income.rules()).orElseThrow().rules();
            for (Computation.Contribution each :
                    Computing.compute(rules, lines(row), income.persons()).contributions()) {
                reading.add(
                        household,
                        LINES,
                        new LineRow(
                                income.id(),
                                income.to(),
                                each.item(),
                                name(rules, each.item()),
                                yuan(each.stated()),
                                yuan(each.counted()),
                                yuan(each.cost())));
            }
        });
    }

    private static IncomeRow income(ResultSet row) throws SQLException {
        return new IncomeRow(
                row.getObject("id", UUID.class),
                requireNonNull(Values.day(row, "period_from")),
                requireNonNull(Values.day(row, "period_to")),
                row.getString("rules"),
                row.getInt("persons"),
                Values.yuan(row, "net_fen"),
                Values.yuan(row, "per_head_fen"),
                row.getString("stated_by"),
                row.getString("evidence"),
                row.getString("recorded_name"),
                requireNonNull(Values.time(row, "recorded_at")),
                row.getObject("corrects", UUID.class),
                row.getObject("corrected_by") != null);
    }

    private static List<Line> lines(ResultSet row) throws SQLException {
        List<String> items = Values.texts(row, "items");
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < amounts.length; place++) {
            lines.add(new Line(items.get(place), amounts[place]));
        }
        return lines;
    }

    private static String name(IncomeRules rules, String code) {
        return rules.items().stream()
                .filter(item -> item.code().equals(code))
                .map(Item::nameZh)
                .findFirst()
                .orElseThrow();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }
}
