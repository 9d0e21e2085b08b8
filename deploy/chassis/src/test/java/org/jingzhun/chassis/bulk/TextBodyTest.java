package org.jingzhun.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jingzhun.chassis.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What encoding a body has, and where it stops having it. */
class TextBodyTest {

    private static final Charset GB = TextEncoding.GB;
    private static final String ROW = "{\"name\":\"%s\",\"address\":\"广西壮族自治区隆林各族自治县 x\"}\n";

    @ParameterizedTest
    @ValueSource(strings = {"黄秀兰", "韦小明", "岑岑", "中文", "琚玥", "Abdul·阿卜杜", "𠮷野", ""})
    void bothEncodingsGiveTheSameText(String name) throws IOException {
        String text = ROW.formatted(name) + ROW.formatted("联通");
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(text);
        assertThat(read(text.getBytes(GB), null)).isEqualTo(text);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("\uFEFF" + text);
        assertThat(read(text.getBytes(GB), TextEncoding.GB18030)).isEqualTo(text);
    }

    @Test
    void aNameBehindFiftyMegabytesOfAsciiIsRead() throws IOException {
        byte[] ascii =
                "0123456789,abcdefghijklmnopqrstuvwxyz\n".repeat(1_400_000).getBytes(StandardCharsets.US_ASCII);
        byte[] name = "黄秀兰\n".getBytes(GB);
        try (InputStream text = new TextBody(joined(ascii, name), null)) {
            assertThat(text.skip(ascii.length)).isEqualTo(ascii.length);
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("黄秀兰\n");
        }
    }

    @Test
    void aMixtureIsRefusedWhereItChanges() throws IOException {
        String rows = ROW.formatted("黄秀兰").repeat(3);
        byte[] utf8 = rows.getBytes(StandardCharsets.UTF_8);
        byte[] gb = rows.getBytes(GB);
        int name = "{\"name\":\"".length();
        assertRefused(bytes(utf8, gb), null, utf8.length + name, 4, "UTF-8");
        assertRefused(bytes(gb, utf8), null, gb.length + name + 8, 4, "GB18030/GBK");
        byte[] pair = "{\"name\":\"中文\"}\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(bytes(pair, gb), null, pair.length + name, 2, "UTF-8");
        assertRefused(bytes(gb, pair), null, gb.length + name, 4, "GB18030/GBK");
        byte[] long8 = rows.repeat(2000).getBytes(StandardCharsets.UTF_8);
        assertRefused(bytes(long8, gb), null, long8.length + name, 6001, "UTF-8");
        byte[] longGb = rows.repeat(2000).getBytes(GB);
        assertRefused(bytes(longGb, utf8), null, longGb.length + name + 8, 6001, "GB18030/GBK");
    }

    @Test
    void whatIsNeitherIsRefusedAtItsFirstByte() throws IOException {
        assertRefused("{\"a\":1}".getBytes(StandardCharsets.UTF_16), null, 0, 1, "UTF-8, GB18030/GBK");
        assertRefused("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), null, 1, 1, "UTF-8, GB18030/GBK");
        assertRefused("id\ncafé,x".getBytes(StandardCharsets.ISO_8859_1), null, 6, 2, "UTF-8, GB18030/GBK");
        assertRefused(new byte[] {'a', '\n', (byte) 0xe4, (byte) 0xff}, null, 2, 2, "UTF-8, GB18030/GBK");
        assertRefused(new byte[] {'a', '\n', (byte) 0xff}, null, 2, 2, "UTF-8, GB18030/GBK");
        assertRefused(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, TextEncoding.UTF_8, 0, 1, "UTF-8");
    }

    @Test
    void whatTheSenderNamesIsChecked() throws IOException {
        byte[] utf8 = ROW.formatted("黄秀兰").getBytes(StandardCharsets.UTF_8);
        byte[] gb = ROW.formatted("黄秀兰").getBytes(GB);
        assertRefused(gb, TextEncoding.UTF_8, 9, 1, "UTF-8");
        assertRefused(utf8, TextEncoding.GB18030, 17, 1, "GB18030/GBK");
        assertRefused(
                bytes("\uFEFF".getBytes(StandardCharsets.UTF_8), utf8), TextEncoding.GB18030, 0, 1, "GB18030/GBK");
    }

    /** "é" in UTF-8 is 茅 in GBK: nobody can tell, so the sender must. */
    @Test
    void whatMayBeBothIsAskedFor() throws IOException {
        byte[] text = "name\né\n".getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text, null))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("import-encoding-ambiguous"));
        assertThat(read(text, TextEncoding.UTF_8)).isEqualTo("name\né\n");
        assertThat(read(text, TextEncoding.GB18030)).isEqualTo("name\n茅\n");
    }

    @Property(tries = 300)
    void anyChineseTextReadsTheSameInEitherEncodingHoweverItIsCut(
            @ForAll("lists") List<String> names, @ForAll long seed) throws IOException {
        String text = String.join("\n", names) + "\n黄秀兰,黄家屯\n";
        assertThat(readCut(text.getBytes(StandardCharsets.UTF_8), seed)).isEqualTo(text);
        assertThat(readCut(text.getBytes(GB), seed)).isEqualTo(text);
    }

    /** Characters of the first level of GB 2312, which names and places are made of. */
    @Provide
    Arbitrary<List<String>> lists() {
        byte[] usual = new byte[2 * (0xd8 - 0xb0) * (0xfa - 0xa1)];
        for (int i = 0; i < usual.length; i += 2) {
            usual[i] = (byte) (0xb0 + i / 2 / (0xfa - 0xa1));
            usual[i + 1] = (byte) (0xa1 + i / 2 % (0xfa - 0xa1));
        }
        char[] chars = (new String(usual, GB) + ",ab1 ").toCharArray();
        return Arbitraries.strings().withChars(chars).ofMaxLength(6).list().ofMaxSize(20);
    }

    private static String readCut(byte[] bytes, long seed) throws IOException {
        var random = new java.util.Random(seed);
        InputStream pieces = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(7)));
            }
        };
        return new String(new TextBody(pieces, null).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String read(byte[] bytes, @Nullable TextEncoding declared) throws IOException {
        return new String(
                new TextBody(new ByteArrayInputStream(bytes), declared).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream joined(byte[] first, byte[] second) {
        return new java.io.SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second));
    }

    private static byte[] bytes(byte[] first, byte[] second) throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(first);
        both.write(second);
        return both.toByteArray();
    }

    private static void assertRefused(
            byte[] bytes, @Nullable TextEncoding declared, long offset, long line, String expected) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(bytes, declared))
                .satisfies(refused -> {
                    assertThat(refused.problem().code()).isEqualTo("import-encoding");
                    assertThat(refused.problem().properties())
                            .containsEntry("offset", offset)
                            .containsEntry("line", line);
                    assertThat(refused.problem().args().getLast()).isEqualTo(expected);
                });
    }
}
