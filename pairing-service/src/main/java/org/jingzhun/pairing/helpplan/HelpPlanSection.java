package org.jingzhun.pairing.helpplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.pairing.handbook.HandbookSection;

/** The household's prescription in its booklet (一户一方): approved or on its way, with what came of it. */
@ApplicationScoped
class HelpPlanSection implements HandbookSection {

    private static final int PLACE = 10;
    private static final int DECIMALS = 2;
    private static final int AT_MOST = 20;
    private static final String NONE = "—";
    private static final List<String> COLUMNS =
            List.of("途径", "行动", "措施", "责任单位", "投入(元)", "预期年增收(元)", "实际(元)", "期限", "完成");

    private final HelpPlans plans;
    private final Catalogue catalogue;

    HelpPlanSection(HelpPlans plans, Catalogue catalogue) {
        this.plans = plans;
        this.catalogue = catalogue;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<Part> of(UUID household) {
        var found = plans.list(Area.EVERYWHERE, new HelpPlans.Filter(null, null, household), null, AT_MOST);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<Fact>();
        var tables = new ArrayList<Table>();
        for (var plan : found) {
            var years = plan.firstYear() + "—" + plan.finalYear() + "年";
            facts.add(new Fact(years, state(plan)));
            tables.add(new Table(years, COLUMNS, rows(plan)));
        }
        return Optional.of(new Part("help-plan", "帮扶计划与措施", facts, tables));
    }

    private static String state(HelpPlan plan) {
        var reached = plan.percentReached();
        var stage =
                switch (plan.state()) {
                    case DRAFT -> "拟定中";
                    case PROPOSED, REPROPOSED -> "已上报";
                    case RETURNED -> "已退回修改";
                    case CHECKED -> "乡镇已审核";
                    case APPROVED -> "已批准";
                    case CLOSED -> "已结束";
                };
        return reached == null ? stage : stage + ",增收完成 " + reached + "%";
    }

    private List<List<String>> rows(HelpPlan plan) {
        var end = LocalDate.of(plan.finalYear(), 12, 31);
        var pathways = names(catalogue.pathways(plan.villageCode(), end));
        var actions = names(catalogue.actions(plan.villageCode(), end));
        return plan.measures().stream()
                .map(measure -> List.of(
                        pathways.getOrDefault(measure.pathway(), measure.pathway()),
                        measure.action() == null ? NONE : actions.getOrDefault(measure.action(), measure.action()),
                        measure.title(),
                        measure.responsible(),
                        yuan(measure.amountFen()),
                        yuan(measure.targetFen()),
                        yuan(measure.reachedFen()),
                        measure.dueOn().toString(),
                        measure.done() ? "是" : "否"))
                .toList();
    }

    private static Map<String, String> names(List<Catalogue.Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Catalogue.Entry::code, Catalogue.Entry::chinese));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }
}
