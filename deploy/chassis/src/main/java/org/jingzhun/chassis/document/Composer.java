package org.jingzhun.chassis.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.chassis.document.Sheet.Mark;

/** Makes a PDF of a document. Thread-safe; what is in memory is one document at a time. */
public final class Composer {

    private static final float TITLE = 24;
    private static final float TITLE_Y = 640;
    private static final float FACT = 10;
    private static final float FACT_NAME = 100;
    private static final float LEADING = 1.7f;
    private static final float FOOT = 7;
    private static final float FOOT_Y = 40;
    private static final float HAIR = 0.4f;
    private static final float[] ENTRY = {10.5f, 9.5f};
    private static final float ENTRY_HEIGHT = 18;
    private static final float CONTENTS = 16;
    private static final int ENTRIES_A_SHEET = (int) ((Sheet.TOP - Sheet.BOTTOM - 3 * CONTENTS) / ENTRY_HEIGHT);
    private static final float INDENT = 14;

    private Composer() {}

    /** Writes the PDF; the same document gives the same bytes. The stream stays open. */
    public static void write(Document document, OutputStream out) throws IOException {
        try (Printer printer = new Printer(document.title(), document.wording().language())) {
            Flow flow = new Flow(printer);
            document.blocks().forEach(flow::add);
            int before = 1 + sheetsOfContents(flow);
            List<Sheet> sheets = new ArrayList<>();
            sheets.add(title(document, printer));
            sheets.addAll(contents(document, flow, before, printer));
            sheets.addAll(flow.sheets());
            for (int page = 0; page < sheets.size(); page++) {
                foot(document, sheets.get(page), page + 1, sheets.size(), printer);
            }
            printer.print(sheets);
            for (Flow.Place place : flow.places()) {
                printer.bookmark(place.level(), place.text(), before + place.sheet(), place.y());
            }
            printer.save(out);
        }
    }

    private static Sheet title(Document document, Metrics metrics) {
        Sheet sheet = new Sheet();
        float y = TITLE_Y;
        for (String line : Lines.of(document.title(), Sheet.INNER_WIDTH, TITLE, metrics)) {
            float x = (Sheet.WIDTH - metrics.width(line, TITLE)) / 2;
            sheet.add(new Mark.Text(x, y, TITLE, true, line));
            y -= TITLE * LEADING;
        }
        y -= TITLE;
        for (Fact fact : document.facts()) {
            sheet.add(new Mark.Text(Sheet.MARGIN, y, FACT, true, fact.name()));
            for (String line : Lines.of(fact.value(), Sheet.INNER_WIDTH - FACT_NAME, FACT, metrics)) {
                sheet.add(new Mark.Text(Sheet.MARGIN + FACT_NAME, y, FACT, false, line));
                y -= FACT * LEADING;
            }
            sheet.add(new Mark.Rule(Sheet.MARGIN, y + FACT, Sheet.MARGIN + Sheet.INNER_WIDTH, y + FACT, HAIR));
            y -= FACT * (LEADING - 1);
        }
        return sheet;
    }

    private static int sheetsOfContents(Flow flow) {
        return (flow.places().size() + ENTRIES_A_SHEET - 1) / ENTRIES_A_SHEET;
    }

    private static List<Sheet> contents(Document document, Flow flow, int before, Metrics metrics) {
        List<Sheet> sheets = new ArrayList<>();
        float y = 0;
        for (int place = 0; place < flow.places().size(); place++) {
            if (place % ENTRIES_A_SHEET == 0) {
                Sheet sheet = new Sheet();
                sheet.add(new Mark.Text(
                        Sheet.MARGIN,
                        Sheet.TOP - CONTENTS,
                        CONTENTS,
                        true,
                        document.wording().contents()));
                sheets.add(sheet);
                y = Sheet.TOP - 3 * CONTENTS;
            }
            Flow.Place entry = flow.places().get(place);
            entry(sheets.getLast(), entry, y, before + entry.sheet() + 1, metrics);
            y -= ENTRY_HEIGHT;
        }
        return sheets;
    }

    private static void entry(Sheet sheet, Flow.Place entry, float y, int page, Metrics metrics) {
        float size = ENTRY[entry.level() - 1];
        float x = Sheet.MARGIN + INDENT * (entry.level() - 1);
        String number = Integer.toString(page);
        float right = Sheet.MARGIN + Sheet.INNER_WIDTH;
        String text =
                Lines.of(entry.text(), right - x - 4 * INDENT, size, metrics).getFirst();
        sheet.add(new Mark.Text(x, y, size, entry.level() == 1, text));
        float end = x + metrics.width(text, size);
        float begin = right - metrics.width(number, size);
        sheet.add(new Mark.Text(begin, y, size, false, number));
        if (begin - end > INDENT) {
            sheet.add(new Mark.Rule(end + INDENT / 2, y, begin - INDENT / 2, y, HAIR / 2));
        }
    }

    private static void foot(Document document, Sheet sheet, int page, int pages, Metrics metrics) {
        float right = Sheet.MARGIN + Sheet.INNER_WIDTH;
        String number = document.wording().page().formatted(page, pages);
        sheet.add(new Mark.Rule(Sheet.MARGIN, FOOT_Y + 2 * FOOT, right, FOOT_Y + 2 * FOOT, HAIR));
        sheet.add(new Mark.Text(Sheet.MARGIN, FOOT_Y, FOOT, false, document.footer()));
        sheet.add(new Mark.Text(right - metrics.width(number, FOOT), FOOT_Y, FOOT, false, number));
    }
}
