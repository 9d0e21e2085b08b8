package org.jingzhun.bench;

import java.util.List;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.pairing.matching.Matching;

final class PairingBench {
    private PairingBench() {}

    static List<Figure> run() throws Exception {
        long t0 = System.nanoTime();
        var region = RegionPairing.whole().problem();
        System.out.println("made " + region.households().size() + " "
                + region.helpers().size() + " places "
                + region.helpers().stream().mapToInt(h -> h.quota()).sum() + " " + (System.nanoTime() - t0) / 1e9);
        t0 = System.nanoTime();
        var result = Matching.solve(region);
        System.out.println("solved " + (System.nanoTime() - t0) / 1e9 + " cost " + result.cost() + " unpaired "
                + result.unpaired().size());
        t0 = System.nanoTime();
        var certificate = Certificate.check(region, result);
        System.out.println("checked " + (System.nanoTime() - t0) / 1e9 + " " + certificate.proven() + " "
                + certificate.lowerBound() + certificate.faults());
        return List.of();
    }
}
