package org.jingzhun.chassis.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jingzhun.chassis.document.Sheet.Mark;
import org.jspecify.annotations.Nullable;

/** Puts sheets on the pages of a PDF. */
final class Printer implements Metrics, AutoCloseable {

    /** The font has no bold cut: its outlines are drawn as well, this wide at a size of 1. */
    private static final float BOLD = 0.028f;

    /** Instead of the time, which would make each file another. */
    private static final long SAME_ID = 1;

    private final PDDocument document = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Fonts fonts;
    private @Nullable PDOutlineItem chapter;

    Printer(String title, String language) throws IOException {
        fonts = new Fonts(document);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        document.setDocumentInformation(information);
        document.setDocumentId(SAME_ID);
        document.getDocumentCatalog().setLanguage(language);
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    @Override
    public float width(String text) {
        return fonts.width(text);
    }

    void print(List<Sheet> sheets) throws IOException {
        for (Sheet sheet : sheets) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (Mark mark : sheet.marks()) {
                    print(mark, content);
                }
            }
        }
    }

    private void print(Mark mark, PDPageContentStream content) throws IOException {
        switch (mark) {
            case Mark.Rule rule -> {
                content.setLineWidth(rule.width());
                content.moveTo(rule.x1(), rule.y1());
                content.lineTo(rule.x2(), rule.y2());
                content.stroke();
            }
            case Mark.Fill fill -> {
                content.setNonStrokingColor(fill.light());
                content.addRect(fill.x(), fill.y(), fill.width(), fill.height());
                content.fill();
                content.setNonStrokingColor(0f);
            }
            case Mark.Text text -> {
                content.beginText();
                content.newLineAtOffset(text.x(), text.y());
                content.setLineWidth(text.size() * BOLD);
                content.setRenderingMode(text.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
                for (Fonts.Run run : fonts.runs(text.text())) {
                    content.setFont(run.font(), text.size());
                    content.showText(run.text());
                }
                content.endText();
            }
        }
    }

    /** @param page counted from 0 */
    void bookmark(int level, String text, int page, float y) {
        PDPageXYZDestination destination = new PDPageXYZDestination();
        destination.setPage(document.getPage(page));
        destination.setTop((int) y);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        item.setDestination(destination);
        if (level > 1 && chapter != null) {
            chapter.addLast(item);
        } else {
            outline.addLast(item);
            chapter = item;
        }
    }

    void save(OutputStream out) throws IOException {
        document.save(new Unclosed(out));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
