package org.jingzhun.identification.veto;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A list of vetoes in one version. */
public record VetoList(String version, LocalDate validFrom, String source, List<Veto> vetoes) {

    public VetoList {
        vetoes = List.copyOf(vetoes);
    }

    /** The veto that records of this source tell of. */
    public Optional<Veto> findBy(AssetSource assetSource) {
        return vetoes.stream().filter(veto -> veto.assetSource() == assetSource).findFirst();
    }
}
