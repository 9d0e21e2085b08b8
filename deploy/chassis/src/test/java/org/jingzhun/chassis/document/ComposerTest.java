package org.jingzhun.chassis.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jingzhun.chassis.document.Document.Block;
import org.jingzhun.chassis.document.Document.Fact;
import org.jingzhun.chassis.document.Document.Wording;
import org.junit.jupiter.api.Test;

/** What is composed can be read again from the PDF. */
class ComposerTest {

    private static final String RARE = new String(Character.toChars(0x21336));

    @Test
    void theTextCanBeReadAgainAlsoBeyondTheBasicPlane() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(composed(document(3, "村名" + RARE + "屯，缺字\uE08B")))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("一份文件", "目录", "第一章", "名称", "价值", "栏一", "行 2")
                    .contains("村名" + RARE + "屯，缺字[U+E08B]");
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("第一章");
        }
    }

    @Test
    void aTableGoesOnOverPagesWithItsHeaderAndEachPageSaysWhichItIs() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(composed(document(200, "短")))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                assertThat(text).contains("脚注", "第 %d 页 共 %d 页".formatted(page, pages));
                if (page > 2) {
                    assertThat(text).contains("栏一", "栏二");
                }
            }
            assertThat(StreamSupport.stream(pdf.getPages().spliterator(), false).map(PDPage::getMediaBox))
                    .allSatisfy(box -> assertThat(box.getWidth()).isEqualTo(595.27563f));
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(composed(document(30, RARE))).isEqualTo(composed(document(30, RARE)));
    }

    @Test
    void aCellThatIsHigherThanAPageLosesNothing() throws IOException {
        String tale = IntStream.range(0, 2000).mapToObj(i -> "第" + i + "句。").reduce("", String::concat);
        try (PDDocument pdf = Loader.loadPDF(composed(document(1, tale)))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("第0句。", "第1999句。");
        }
    }

    private static Document document(int rows, String cell) {
        return new Document(
                "一份文件",
                List.of(new Fact("名称", "价值")),
                List.of(
                        new Block.Heading(1, "第一章"),
                        new Block.Paragraph("一段话。"),
                        new Block.Facts(List.of(new Fact("甲", "乙"))),
                        new Block.Heading(2, "表"),
                        new Block.Table(
                                List.of("栏一", "栏二"),
                                IntStream.range(0, rows)
                                        .mapToObj(row -> List.of("行 " + row, cell))
                                        .toList())),
                "脚注",
                Wording.CHINESE);
    }

    private static byte[] composed(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Composer.write(document, out);
        return out.toByteArray();
    }
}
