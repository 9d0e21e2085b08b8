package org.jingzhun.chassis.document;

import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.document.Document.Block;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.chassis.document.Sheet.Mark;
import org.jspecify.annotations.Nullable;

/** Lets blocks flow over sheets, from the top of the first. Pure: what comes out depends on blocks and metrics alone. */
final class Flow {

    private static final float SIZE = 9.5f;
    private static final float LEADING = 1.45f;
    private static final float SMALL = 8.5f;
    private static final float PADDING = 3.5f;
    private static final float HAIR = 0.4f;
    private static final float GAP = 8;
    private static final float NAME_WIDTH = 92;
    private static final float[] HEADING_SIZES = {15, 11.5f};
    /** What must fit below a heading, so that it does not stand alone. */
    private static final float[] COMPANY = {110, 60};

    private static final float HEAD_LIGHT = 0.92f;

    private final Metrics metrics;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private Sheet sheet;
    private float y = Sheet.TOP;

    Flow(Metrics metrics) {
        this.metrics = metrics;
        this.sheet = new Sheet();
        sheets.add(sheet);
    }

    /**
     * Where a heading stands.
     *
     * @param sheet counted from 0
     * @param y of its top
     */
    record Place(int level, String text, int sheet, float y) {}

    List<Sheet> sheets() {
        return sheets;
    }

    List<Place> places() {
        return places;
    }

    void add(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph.text());
            case Block.Facts facts -> facts(facts.facts());
            case Block.Table table -> table(table);
        }
    }

    private boolean isAtTop() {
        return y == Sheet.TOP;
    }

    private void nextSheet() {
        sheet = new Sheet();
        sheets.add(sheet);
        y = Sheet.TOP;
    }

    private void require(float height) {
        if (y - height < Sheet.BOTTOM && !isAtTop()) {
            nextSheet();
        }
    }

    private void heading(Block.Heading heading) {
        int level = heading.level() - 1;
        float size = HEADING_SIZES[level];
        if (!isAtTop()) {
            y -= level == 0 ? 2 * GAP : GAP;
        }
        require(size * LEADING + COMPANY[level]);
        places.add(new Place(heading.level(), heading.text(), sheets.size() - 1, y));
        for (String line : Lines.of(heading.text(), Sheet.INNER_WIDTH, size, metrics)) {
            y -= size * LEADING;
            sheet.add(new Mark.Text(Sheet.MARGIN, y + size * 0.3f, size, true, line));
        }
        if (level == 0) {
            sheet.add(new Mark.Rule(Sheet.MARGIN, y, Sheet.MARGIN + Sheet.INNER_WIDTH, y, 2 * HAIR));
        }
        y -= GAP / 2;
    }

    private void paragraph(String text) {
        for (String line : Lines.of(text, Sheet.INNER_WIDTH, SIZE, metrics)) {
            require(SIZE * LEADING);
            y -= SIZE * LEADING;
            sheet.add(new Mark.Text(Sheet.MARGIN, y + SIZE * 0.3f, SIZE, false, line));
        }
        y -= GAP / 2;
    }

    private void facts(List<Fact> facts) {
        float[] widths = {NAME_WIDTH, Sheet.INNER_WIDTH - NAME_WIDTH};
        top();
        for (Fact fact : facts) {
            row(List.of(fact.name(), fact.value()), widths, SIZE, Emphasis.FIRST, null);
        }
        y -= GAP;
    }

    private void table(Block.Table table) {
        float[] widths =
                Columns.widths(table.columns(), table.rows(), Sheet.INNER_WIDTH, 2 * PADDING + 1, SMALL, metrics);
        Header header = new Header(table.columns(), widths);
        float first = table.rows().isEmpty() ? 0 : height(cells(table.rows().getFirst(), widths, SMALL), SMALL);
        require(height(cells(table.columns(), widths, SMALL), SMALL) + Math.min(first, COMPANY[0]));
        header(header);
        for (List<String> row : table.rows()) {
            row(row, widths, SMALL, Emphasis.NONE, header);
        }
        y -= GAP;
    }

    /** Which cells of a row stand out. */
    private enum Emphasis {
        NONE,
        FIRST,
        ALL
    }

    private record Header(List<String> columns, float[] widths) {}

    private void header(Header header) {
        top();
        row(header.columns(), header.widths(), SMALL, Emphasis.ALL, null);
    }

    private void top() {
        sheet.add(new Mark.Rule(Sheet.MARGIN, y, Sheet.MARGIN + Sheet.INNER_WIDTH, y, HAIR));
    }

    private List<List<String>> cells(List<String> row, float[] widths, float size) {
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            cells.add(Lines.of(row.get(column), widths[column] - 2 * PADDING, size, metrics));
        }
        return cells;
    }

    private static float height(List<List<String>> cells, float size) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * size * LEADING + PADDING;
    }

    /** A row stays together where it can; one that is higher than a page goes on over the next. */
    private void row(List<String> row, float[] widths, float size, Emphasis emphasis, @Nullable Header header) {
        List<List<String>> cells = cells(row, widths, size);
        if (y - height(cells, size) < Sheet.BOTTOM && height(cells, size) <= (Sheet.TOP - Sheet.BOTTOM) / 2) {
            turn(header);
        }
        while (!cells.isEmpty()) {
            int fitting = (int) ((y - Sheet.BOTTOM - PADDING) / (size * LEADING));
            if (fitting < 1) {
                turn(header);
                continue;
            }
            draw(
                    cells.stream()
                            .map(cell -> cell.subList(0, Math.min(fitting, cell.size())))
                            .toList(),
                    widths,
                    size,
                    emphasis);
            List<List<String>> rest = cells.stream()
                    .map(cell -> cell.subList(Math.min(fitting, cell.size()), cell.size()))
                    .toList();
            cells = rest.stream().allMatch(List::isEmpty) ? List.of() : rest;
        }
    }

    private void turn(@Nullable Header header) {
        nextSheet();
        if (header == null) {
            top();
        } else {
            header(header);
        }
    }

    private void draw(List<List<String>> cells, float[] widths, float size, Emphasis emphasis) {
        float bottom = y - height(cells, size);
        float x = Sheet.MARGIN;
        for (int column = 0; column < widths.length; column++) {
            boolean bold = emphasis == Emphasis.ALL || (emphasis == Emphasis.FIRST && column == 0);
            if (bold) {
                sheet.add(new Mark.Fill(x, bottom, widths[column], y - bottom, HEAD_LIGHT));
            }
            float line = y - PADDING / 2;
            for (String text : cells.get(column)) {
                line -= size * LEADING;
                sheet.add(new Mark.Text(x + PADDING, line + size * 0.35f, size, bold, text));
            }
            sheet.add(new Mark.Rule(x, bottom, x, y, HAIR));
            x += widths[column];
        }
        sheet.add(new Mark.Rule(x, bottom, x, y, HAIR));
        sheet.add(new Mark.Rule(Sheet.MARGIN, bottom, x, bottom, HAIR));
        y = bottom;
    }
}
