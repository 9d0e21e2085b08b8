package org.jingzhun.pairing.inspection.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Draws villages by lot (随机抽取): each has the number SHA-256(seed:code), and the smallest numbers are drawn. Whoever
 * knows seed and frame draws the same; nobody can steer it without the seed, and each village is as likely as any other.
 */
public final class Draw {

    private Draw() {}

    /** A village that a team inspects on a day. */
    public record Visit(int team, LocalDate day, long village) {}

    /**
     * @param days when inspections are made, in order
     * @param frame villages that can be drawn
     * @return {@code days × teams × perDay} visits, by day, team and lot
     * @throws IllegalArgumentException if the frame holds fewer villages than that
     */
    public static List<Visit> of(String seed, List<LocalDate> days, int teams, int perDay, List<Long> frame) {
        int needed = days.size() * teams * perDay;
        if (frame.size() < needed) {
            throw new IllegalArgumentException("frame (%d villages) must hold %d".formatted(frame.size(), needed));
        }
        var lots = frame.stream()
                .map(village -> new Lot(lot(seed, village), village))
                .sorted(Comparator.comparing(Lot::number).thenComparing(Lot::village))
                .limit(needed)
                .iterator();
        var visits = new ArrayList<Visit>(needed);
        for (LocalDate day : days) {
            for (int team = 1; team <= teams; team++) {
                for (int i = 0; i < perDay; i++) {
                    visits.add(new Visit(team, day, lots.next().village()));
                }
            }
        }
        return visits;
    }

    private record Lot(String number, long village) {}

    private static String lot(String seed, long village) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + ":" + village).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
