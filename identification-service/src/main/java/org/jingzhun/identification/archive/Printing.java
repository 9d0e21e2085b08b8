package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jingzhun.chassis.document.Document;
import org.jingzhun.chassis.document.Document.Block;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.chassis.document.Document.Wording;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.codelist.CodeList;
import org.jingzhun.identification.codelist.CodeLists;
import org.jspecify.annotations.Nullable;

/** Makes a document to print of a file: every section with its tables, and the manifest's hash on each page. */
@ApplicationScoped
public class Printing {

    private static final String NOTHING = "—";
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clocks.SHANGHAI);

    private final CodeLists codeLists;

    Printing(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /** In Chinese; the same file gives the same document. */
    public Document document(ArchiveFile file) {
        List<Block> blocks = new ArrayList<>();
        for (ArchiveFile.Section section : file.sections()) {
            blocks.add(new Block.Heading(1, section.heading().zh()));
            if (section.tables().isEmpty()) {
                blocks.add(new Block.Paragraph("（无记录）"));
            }
            section.tables().forEach((table, rows) -> {
                blocks.add(new Block.Heading(2, table.zh()));
                blocks.addAll(blocks(table, rows));
            });
        }
        blocks.add(new Block.Heading(1, "清单"));
        blocks.add(new Block.Table(
                List.of("部分", "SHA-256"),
                file.sections().stream()
                        .map(section -> List.of(section.heading().zh(), section.sha256()))
                        .toList()));
        blocks.add(new Block.Paragraph(
                "每部分的指纹是其规范化 JSON（RFC 8785）的 SHA-256；全档指纹由各部分指纹得出，印在每页页脚，" + "可与 JSON 档案的 manifest.sha256 对照。"));
        ArchiveFile.Subject subject = file.subject();
        return new Document(
                "精准扶贫档案",
                List.of(
                        new Fact("户主", subject.householder()),
                        new Fact("所在地", subject.place()),
                        new Fact("行政村代码", subject.villageCode()),
                        new Fact("农户编号", subject.householdId().toString()),
                        new Fact("内容范围", scope(file)),
                        new Fact("全档指纹", file.manifest().sha256()),
                        new Fact("格式", file.manifest().format())),
                blocks,
                "精准扶贫档案 " + subject.householder() + "  SHA-256 "
                        + file.manifest().sha256(),
                Wording.CHINESE);
    }

    private static String scope(ArchiveFile file) {
        return (file.scope().showsNumbers() ? "证件号码和电话完整" : "证件号码和电话已遮蔽")
                + (file.scope().showsHealth() ? "，含健康和残疾" : "，不含健康和残疾");
    }

    private List<Block> blocks(Table<?> table, List<Record> rows) {
        List<RecordComponent> printed = Arrays.stream(table.type().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Label.class))
                .toList();
        List<String> names = printed.stream().map(Printing::name).toList();
        List<List<String>> cells = rows.stream()
                .map(row -> printed.stream()
                        .map(component -> text(component, value(component, row)))
                        .toList())
                .toList();
        return switch (table.layout()) {
            case ROWS -> List.of(new Block.Table(names, cells));
            case FACTS -> cells.stream().map(row -> facts(names, row)).toList();
        };
    }

    private static Block facts(List<String> names, List<String> values) {
        List<Fact> facts = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            facts.add(new Fact(names.get(place), values.get(place)));
        }
        return new Block.Facts(facts);
    }

    private static String name(RecordComponent component) {
        return component.getAnnotation(Label.class).value();
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(
                    "component %s of a record must be readable".formatted(component), impossible);
        }
    }

    private String text(RecordComponent component, @Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean truth -> truth ? "是" : "否";
            case Instant time -> MINUTES.format(time);
            case Collection<?> many when many.isEmpty() -> NOTHING;
            case Collection<?> many ->
                many.stream()
                        .map(each -> label(component, String.valueOf(each)))
                        .collect(Collectors.joining("、"));
            default -> label(component, value.toString());
        };
    }

    /** A code by its label; what the list does not know stays as it is. */
    private String label(RecordComponent component, String code) {
        String list = component.getAnnotation(Label.class).codes();
        return list.isEmpty()
                ? code
                : codeLists.find(list).stream()
                        .flatMap(known -> known.entries().stream())
                        .filter(entry -> entry.code().equals(code))
                        .map(CodeList.Entry::labelZh)
                        .findFirst()
                        .orElse(code);
    }
}
