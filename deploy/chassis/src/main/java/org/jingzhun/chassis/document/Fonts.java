package org.jingzhun.chassis.document;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document: one for text, and one for the characters beyond the basic plane that stand in names of
 * people and villages. What neither has is printed as its number: {@code [U+E08B]}.
 */
final class Fonts {

    private static final byte[][] FILES = {bytes("text.ttf"), bytes("rare.ttf")};

    private final PDDocument document;
    private final TrueTypeFont[] parsed = new TrueTypeFont[FILES.length];
    private final CmapLookup[] glyphs = new CmapLookup[FILES.length];
    private final PDFont[] embedded = new PDFont[FILES.length];
    private final Map<Integer, Float> widths = new HashMap<>();

    Fonts(PDDocument document) throws IOException {
        this.document = document;
        for (int font = 0; font < FILES.length; font++) {
            parsed[font] = new TTFParser().parse(new RandomAccessReadBuffer(FILES[font]));
            glyphs[font] = parsed[font].getUnicodeCmapLookup();
        }
    }

    /** A piece of text in one font. */
    record Run(PDFont font, String text) {}

    private static byte[] bytes(String name) {
        try (InputStream file = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("font %s must be in the jar".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("font %s must be readable".formatted(name), unreadable);
        }
    }

    /** The text with each character that no font has as its number. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (fontOf(character) >= 0) {
                printable.appendCodePoint(character);
            } else if (Character.isWhitespace(character)) {
                printable.append(' ');
            } else {
                printable.append("[U+%04X]".formatted(character));
            }
        });
        return printable.toString();
    }

    private int fontOf(int character) {
        for (int font = 0; font < glyphs.length; font++) {
            if (glyphs[font].getGlyphId(character) != 0) {
                return font;
            }
        }
        return -1;
    }

    /** In points at a size of 1. */
    float width(String text) {
        float width = 0;
        for (int character : printable(text).codePoints().toArray()) {
            width += widths.computeIfAbsent(character, this::width);
        }
        return width;
    }

    private float width(int character) {
        int font = fontOf(character);
        try {
            return (float) parsed[font].getAdvanceWidth(glyphs[font].getGlyphId(character))
                    / parsed[font].getUnitsPerEm();
        } catch (IOException unreadable) {
            throw new IllegalStateException("fonts are in memory and must be readable", unreadable);
        }
    }

    List<Run> runs(String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        String printable = printable(text);
        int begin = 0;
        while (begin < printable.length()) {
            int font = fontOf(printable.codePointAt(begin));
            int end = begin;
            while (end < printable.length() && fontOf(printable.codePointAt(end)) == font) {
                end = printable.offsetByCodePoints(end, 1);
            }
            runs.add(new Run(embedded(font), printable.substring(begin, end)));
            begin = end;
        }
        return runs;
    }

    /** Only the characters that are printed become part of the document. */
    private PDFont embedded(int font) throws IOException {
        if (embedded[font] == null) {
            embedded[font] = PDType0Font.load(document, parsed[font], true);
        }
        return embedded[font];
    }
}
