package org.jingzhun.funding.budgetrule;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jingzhun.funding.budgetrule.checking.Rule;
import org.jingzhun.funding.codelist.DataFile;

/** The rules of {@code data/budget-rules.csv}. */
@ApplicationScoped
public class BudgetRules {

    private static final int BASIS_POINTS = 4;

    private final List<BudgetRule> rules = DataFile.read("budget-rules.csv", BudgetRules::ruleOf);

    public List<BudgetRule> list() {
        return rules;
    }

    /** The rule that holds for a county at the end of a year: that of the smallest division, then the youngest. */
    Optional<BudgetRule> find(Rule rule, long county, int year) {
        return rules.stream()
                .filter(version -> version.rule() == rule && version.holdsFor(county, year))
                .max(Comparator.comparingInt(
                                (BudgetRule version) -> version.division().length())
                        .thenComparing(BudgetRule::validFrom));
    }

    private static BudgetRule ruleOf(NamedCsvRecord row) {
        var ratio = row.getField("ratio");
        return new BudgetRule(
                Rule.valueOf(row.getField("rule")),
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                row.getField("division"),
                ratio.isEmpty()
                        ? 0
                        : new BigDecimal(ratio).movePointRight(BASIS_POINTS).intValueExact(),
                row.getField("source"));
    }
}
