package org.jingzhun.acceptance.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jingzhun.acceptance.fuzz.Spoiling.Spoilt;

/** Bodies that are wrong or odd as texts: broken, nested too deeply, in another encoding. */
final class TextSpoilings {

    private TextSpoilings() {}

    static final List<Spoiling> ALL = List.of(
            TextSpoilings::deepNesting,
            TextSpoilings::brokenJson,
            TextSpoilings::otherEncoding,
            TextSpoilings::fieldTwice);

    private static Optional<Spoilt> deepNesting(Draft draft, Random random) {
        if (draft.body.isNull() || random.nextInt(4) > 0) {
            return Optional.empty();
        }
        int depth = random.nextBoolean() ? 2_000 : 50_000;
        boolean arrays = random.nextBoolean();
        raw(draft, (arrays ? "[" : "{\"a\":").repeat(depth) + "1" + (arrays ? "]" : "}").repeat(depth));
        return Optional.of(new Spoilt("deep-nesting", true));
    }

    private static Optional<Spoilt> brokenJson(Draft draft, Random random) {
        if (draft.body.isNull()) {
            return Optional.empty();
        }
        String text = draft.body.toString();
        int kind = random.nextInt(9);
        switch (kind) {
            case 0 -> raw(draft, text.substring(0, text.length() - 1));
            case 1 -> raw(draft, text + "x");
            case 2 -> raw(draft, "");
            case 3 -> raw(draft, "null");
            case 4 -> raw(draft, "[" + text + "]");
            case 5 -> raw(draft, "\"text\"");
            case 6 -> raw(draft, "{'a': NaN}");
            case 7 -> raw(draft, "{\"a\": \"\\u12\"}");
            default -> {
                byte[] noise = new byte[random.nextInt(1, 200)];
                random.nextBytes(noise);
                draft.raw = noise;
            }
        }
        return Optional.of(new Spoilt("broken-json " + kind, true));
    }

    private static Optional<Spoilt> otherEncoding(Draft draft, Random random) {
        if (draft.body.isNull()) {
            return Optional.empty();
        }
        Charset charset = List.of(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("GB18030"))
                .get(random.nextInt(3));
        draft.raw = draft.body.toString().replaceFirst("\"text", "\"全文é").getBytes(charset);
        if (random.nextBoolean()) {
            draft.headers().put("Content-Type", "application/json; charset=" + charset.name());
        }
        return Optional.of(new Spoilt("other-encoding " + charset, false));
    }

    private static Optional<Spoilt> fieldTwice(Draft draft, Random random) {
        return BodySpoilings.any(draft, random, Spot::top).flatMap(spot -> {
            String twice = "\"" + spot.field() + "\":" + spot.value() + ",";
            raw(draft, "{" + twice + draft.body.toString().substring(1));
            return Optional.of(new Spoilt("field-twice " + spot.field(), false));
        });
    }

    private static void raw(Draft draft, String text) {
        draft.raw = text.getBytes(StandardCharsets.UTF_8);
    }
}
