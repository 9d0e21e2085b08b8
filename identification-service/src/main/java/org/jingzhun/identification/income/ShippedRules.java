package org.jingzhun.identification.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.identification.datafile.DataFile;
import org.jingzhun.identification.income.computing.Costs;
import org.jingzhun.identification.income.computing.IncomeRules;
import org.jingzhun.identification.income.computing.Item;
import org.jingzhun.identification.income.computing.Kind;
import org.jingzhun.identification.scorecard.Mark;

/** The income rules that ship with the service, as the data files under {@code income-rules} say. */
public final class ShippedRules {

    private ShippedRules() {}

    public static List<PublishedRules> list() {
        return DataFile.rows("income-rules/rules.csv").stream()
                .map(row -> new PublishedRules(
                        new IncomeRules(
                                row.getField("version"),
                                Costs.valueOf(row.getField("costs")),
                                items(row.getField("version"))),
                        LocalDate.parse(row.getField("valid_from")),
                        row.getField("valid_to").isEmpty() ? null : LocalDate.parse(row.getField("valid_to")),
                        Mark.valueOf(row.getField("mark")),
                        row.getField("source")))
                .toList();
    }

    private static List<Item> items(String version) {
        return DataFile.rows("income-rules/" + version + ".csv").stream()
                .map(row -> new Item(
                        row.getField("item"),
                        Kind.valueOf(row.getField("kind")),
                        row.getField("name_zh"),
                        row.getField("name_en"),
                        row.getField("counts").equals("yes"),
                        row.getField("cost_ratio").isEmpty() ? null : new BigDecimal(row.getField("cost_ratio")),
                        row.getField("source")))
                .toList();
    }
}
