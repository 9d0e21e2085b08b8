package org.jingzhun.pairing.handbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.chassis.document.Document;
import org.jingzhun.chassis.document.Document.Block;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.chassis.document.Document.Wording;
import org.jingzhun.pairing.visit.Confirmation;
import org.jingzhun.pairing.visit.IncomeItems;
import org.jingzhun.pairing.visit.NeedKind;
import org.jingzhun.pairing.visit.Visit;

/** Makes a document to print of a booklet: the card on its first page, the parts behind it. In Chinese. */
@ApplicationScoped
public class Printing {

    private static final List<String> KINDS = List.of("WAGE", "BUSINESS", "PROPERTY", "TRANSFER", "COST");
    private static final String COST = "COST";

    /** The same booklet gives the same document. */
    public Document document(Handbook book) {
        List<Block> blocks = new ArrayList<>();
        members(book, blocks);
        history(book, blocks);
        helpers(book, blocks);
        parts(book, blocks);
        needs(book, blocks);
        visits(book, blocks);
        incomes(book, blocks);
        benefits(book, blocks);
        return new Document(
                "精准帮扶手册",
                card(book.card()),
                blocks,
                "一户一册一卡 · 户主 " + book.card().householder() + " · 编号 "
                        + book.card().householdId(),
                Wording.CHINESE);
    }

    private static List<Fact> card(Handbook.Card card) {
        Handbook.HelperTerm helper = card.helper();
        String causes = Stream.concat(Stream.of(card.mainCause()), card.otherCauses().stream())
                .map(Words::cause)
                .collect(Collectors.joining("、"));
        return List.of(
                new Fact("户主", card.householder()),
                new Fact("住址", Words.or(card.villageName()) + " " + card.hamlet() + "（" + card.villageCode() + "）"),
                new Fact(
                        "家庭人口",
                        card.persons() + " 人" + (card.labourers() == null ? "" : "，劳动力 " + card.labourers() + " 人")),
                new Fact("识别状态", Words.status(card.status()) + (card.monitored() ? "（防止返贫监测对象）" : "")),
                new Fact("贫困户属性", Words.attribute(card.attribute())),
                new Fact("建档日期", Words.or(card.registeredOn())),
                new Fact("致贫原因", causes),
                new Fact("帮扶责任人", helper == null ? "暂无" : Words.or(helper.name())),
                new Fact("帮扶单位", helper == null ? Words.NOTHING : Words.or(helper.unit())),
                new Fact("职务", helper == null ? Words.NOTHING : Words.or(helper.post())),
                new Fact("结对日期", helper == null ? Words.NOTHING : helper.since().toString()),
                new Fact("最近走访", Words.or(card.lastVisitedOn())));
    }

    private static void members(Handbook book, List<Block> blocks) {
        table(
                blocks,
                "家庭成员",
                List.of("姓名", "与户主关系", "出生年份", "文化程度", "在校情况", "劳动能力"),
                book.members().stream()
                        .map(each -> List.of(
                                each.name(),
                                Words.word("relation", each.relation()),
                                Words.or(each.birthYear()),
                                Words.word("education", each.education()),
                                Words.word("schooling", each.schooling()),
                                Words.word("labour", each.labour())))
                        .toList());
    }

    private static void history(Handbook book, List<Block> blocks) {
        table(
                blocks,
                "识别与退出",
                List.of("日期", "状态", "文件"),
                book.history().stream()
                        .map(each -> List.of(
                                each.since().toString(), Words.status(each.status()), Words.or(each.document())))
                        .toList());
    }

    private static void helpers(Handbook book, List<Block> blocks) {
        table(
                blocks,
                "帮扶责任人",
                List.of("姓名", "单位", "职务", "开始", "结束"),
                book.helpers().stream()
                        .map(each -> List.of(
                                Words.or(each.name()),
                                Words.or(each.unit()),
                                Words.or(each.post()),
                                each.since().toString(),
                                each.until() == null ? "至今" : each.until().toString()))
                        .toList());
    }

    private static void parts(Handbook book, List<Block> blocks) {
        for (HandbookSection.Part part : book.parts()) {
            blocks.add(new Block.Heading(1, part.title()));
            if (!part.facts().isEmpty()) {
                blocks.add(new Block.Facts(part.facts().stream()
                        .map(fact -> new Fact(fact.name(), fact.value()))
                        .toList()));
            }
            for (HandbookSection.Table table : part.tables()) {
                blocks.add(new Block.Heading(2, table.title()));
                blocks.add(new Block.Table(table.columns(), table.rows()));
            }
        }
    }

    private static void needs(Handbook book, List<Block> blocks) {
        table(
                blocks,
                "需求与落实",
                List.of("类型", "内容", "提出", "结果", "由谁落实"),
                book.needs().stream().map(Printing::need).toList());
    }

    private static List<String> need(Need need) {
        boolean told = need.source() == Need.Source.VISIT;
        return List.of(
                told ? NeedKind.valueOf(need.kind()).chinese() : Words.word("help-kind", need.kind()),
                need.text(),
                told ? "走访 " + need.toldOn() : "公开求助，" + need.neededBy() + " 前",
                need.outcome().chinese() + (need.settledOn() == null ? "" : "（" + need.settledOn() + "）"),
                Words.or(need.help().stream().map(Printing::help).collect(Collectors.joining("；"))));
    }

    private static String help(Need.Help help) {
        String what =
                Stream.of(help.giver(), help.title()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return what + (help.amount() == null ? "" : " × " + help.amount()) + "，"
                + (help.arrivedOn() == null ? "尚未到位" : help.arrivedOn().toString());
    }

    private static void visits(Handbook book, List<Block> blocks) {
        table(
                blocks,
                "走访记录",
                List.of("日期", "帮扶人", "内容", "宣讲政策", "发现风险", "农户确认"),
                book.visits().reversed().stream().map(Printing::visit).toList());
    }

    private static List<String> visit(Visit visit) {
        Confirmation confirmation = visit.facts().confirmation();
        String risks = visit.facts().risks().stream()
                .sorted()
                .map(risk -> risk.chinese())
                .collect(Collectors.joining("、"));
        return List.of(
                visit.visitedOn().toString(),
                visit.helperName(),
                visit.facts().content(),
                Words.or(visit.facts().policiesExplained()),
                Words.or(risks),
                confirmation == null ? Words.NOTHING : confirmation.by().chinese());
    }

    /** By year and kind; costs stand apart and are taken from the sum. */
    private static void incomes(Handbook book, List<Block> blocks) {
        Map<Integer, Map<String, Long>> years = new TreeMap<>();
        for (Handbook.YearlyIncome income : book.incomes()) {
            String kind =
                    IncomeItems.find(income.item()).map(IncomeItems.Item::kind).orElse("TRANSFER");
            years.computeIfAbsent(income.year(), year -> new TreeMap<>()).merge(kind, income.fen(), Long::sum);
        }
        List<List<String>> rows = new ArrayList<>();
        years.forEach((year, sums) -> {
            List<String> row = new ArrayList<>(List.of(year.toString()));
            long net = 0;
            for (String kind : KINDS) {
                long fen = sums.getOrDefault(kind, 0L);
                net += kind.equals(COST) ? -fen : fen;
                row.add(Words.yuan(fen));
            }
            row.add(Words.yuan(net));
            rows.add(row);
        });
        table(blocks, "年度收入（元，走访时农户自述）", List.of("年度", "工资性", "经营性", "财产性", "转移性", "经营支出", "合计"), rows);
    }

    private static void benefits(Handbook book, List<Block> blocks) {
        table(
                blocks,
                "享受补助",
                List.of("到账日期", "项目", "金额（元）", "资金来源", "备注"),
                book.benefits().stream()
                        .map(each -> List.of(
                                each.paidOn().toString(),
                                Words.benefit(each.benefit()),
                                Words.yuan(each.fen()),
                                each.source(),
                                each.state().equals("RETURNED") ? "已退回" : Words.NOTHING))
                        .toList());
    }

    private static void table(List<Block> blocks, String title, List<String> columns, List<List<String>> rows) {
        blocks.add(new Block.Heading(1, title));
        blocks.add(rows.isEmpty() ? new Block.Paragraph("（无记录）") : new Block.Table(columns, rows));
    }
}
