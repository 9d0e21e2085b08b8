package org.jingzhun.pairing.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jingzhun.chassis.document.Document;
import org.jingzhun.chassis.document.Document.Block;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.pairing.briefing.Briefing.Counts;

/** The briefing as it is printed, in Chinese. */
public final class BriefingText {

    private static final List<String> COLUMNS =
            List.of("地区", "新增问题", "销号", "升级", "未销号", "逾期", "暗访", "红榜", "黑榜", "结对户", "本周走访");

    private BriefingText() {}

    public static Document of(Briefing briefing) {
        var total = briefing.total();
        var rows = new ArrayList<List<String>>();
        briefing.rows().forEach(row -> rows.add(cells(shown(row.name(), row.division()), row.counts())));
        rows.add(cells("合计", total));
        var name = shown(briefing.name(), briefing.division());
        return new Document(
                "脱贫攻坚督查周通报",
                List.of(
                        new Fact("地区", name),
                        new Fact(
                                "起止",
                                briefing.monday() + " 至 " + briefing.monday().plusDays(6))),
                List.of(
                        new Block.Heading(1, "本周情况"),
                        new Block.Paragraph(sentence(total)),
                        new Block.Heading(1, "分地区情况"),
                        new Block.Table(COLUMNS, rows)),
                name + " " + briefing.monday(),
                Document.Wording.CHINESE);
    }

    private static String sentence(Counts total) {
        return ("本周新增问题 %d 个,销号 %d 个,升级 %d 次;周末未销号 %d 个,其中逾期 %d 个。开展暗访 %d 次。"
                        + "红榜通报 %d 个,黑榜通报 %d 个。结对帮扶 %d 户,本周走访 %d 户。")
                .formatted(
                        total.raised(),
                        total.closed(),
                        total.escalated(),
                        total.open(),
                        total.overdue(),
                        total.inspections(),
                        total.red(),
                        total.black(),
                        total.pairings(),
                        total.visited());
    }

    private static List<String> cells(String name, Counts counts) {
        return Stream.concat(
                        Stream.of(name),
                        Stream.of(
                                        counts.raised(),
                                        counts.closed(),
                                        counts.escalated(),
                                        counts.open(),
                                        counts.overdue(),
                                        counts.inspections(),
                                        counts.red(),
                                        counts.black(),
                                        counts.pairings(),
                                        counts.visited())
                                .map(Objects::toString))
                .toList();
    }

    private static String shown(String name, long division) {
        return name.isEmpty() ? Long.toString(division) : name;
    }
}
