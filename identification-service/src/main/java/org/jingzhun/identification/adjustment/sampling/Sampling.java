package org.jingzhun.identification.adjustment.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Stratified random sampling (分层随机抽样) that depends on seed and frame alone. The sizes of the strata are in proportion,
 * by largest remainder; within a stratum come first the households with the smallest SHA-256 of {@code seed|household}, so
 * that a list and any tool for SHA-256 are enough to draw again.
 */
public final class Sampling {

    private Sampling() {}

    private record Ranked(UUID household, byte[] rank) {}

    /**
     * @param frame in any order
     * @param size households at most; all of a smaller frame are drawn
     * @throws IllegalArgumentException when the size is less than 1 or a household is in the frame twice
     */
    public static Draw draw(List<Unit> frame, int size, String seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size (%d) must be 1 or more".formatted(size));
        }
        Map<String, List<Ranked>> byStratum = new TreeMap<>();
        Set<UUID> seen = new HashSet<>();
        MessageDigest sha256 = sha256();
        for (Unit unit : frame) {
            if (!seen.add(unit.household())) {
                throw new IllegalArgumentException(
                        "household %s must be in the frame once".formatted(unit.household()));
            }
            byte[] rank = sha256.digest((seed + "|" + unit.household()).getBytes(StandardCharsets.UTF_8));
            byStratum
                    .computeIfAbsent(unit.stratum(), name -> new ArrayList<>())
                    .add(new Ranked(unit.household(), rank));
        }
        Map<String, Integer> sizes = sizes(byStratum, Math.min(size, frame.size()), frame.size());
        List<Draw.Stratum> strata = new ArrayList<>();
        List<Draw.Drawn> drawn = new ArrayList<>();
        byStratum.forEach((name, units) -> {
            int sampled = sizes.getOrDefault(name, 0);
            strata.add(new Draw.Stratum(name, units.size(), sampled));
            units.sort(
                    Comparator.comparing(Ranked::rank, Arrays::compareUnsigned).thenComparing(Ranked::household));
            for (int position = 1; position <= sampled; position++) {
                drawn.add(new Draw.Drawn(units.get(position - 1).household(), name, position));
            }
        });
        return new Draw(strata, drawn, digest(frame));
    }

    private record Share(String name, int whole, long remainder) {}

    /** Largest remainder; of equal remainders the stratum that comes first by name. */
    private static Map<String, Integer> sizes(Map<String, List<Ranked>> byStratum, int size, int units) {
        List<Share> shares = new ArrayList<>();
        Map<String, Integer> sizes = new TreeMap<>();
        int given = 0;
        for (Map.Entry<String, List<Ranked>> stratum : byStratum.entrySet()) {
            long product = (long) size * stratum.getValue().size();
            int whole = (int) (product / units);
            shares.add(new Share(stratum.getKey(), whole, product % units));
            sizes.put(stratum.getKey(), whole);
            given += whole;
        }
        shares.sort(Comparator.comparing(Share::remainder).reversed().thenComparing(Share::name));
        for (Share share : shares.subList(0, size - given)) {
            sizes.put(share.name(), share.whole() + 1);
        }
        return sizes;
    }

    private static String digest(List<Unit> frame) {
        MessageDigest sha256 = sha256();
        frame.stream()
                .map(unit -> unit.household() + " " + unit.stratum() + "\n")
                .sorted()
                .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform must have SHA-256", missing);
        }
    }
}
