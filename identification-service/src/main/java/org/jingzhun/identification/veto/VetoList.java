package org.jingzhun.identification.veto;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A list of vetoes in one version; it never changes.
 *
 * @param division where it holds, 12 digits
 * @param mark PUBLIC, UNVERIFIED, or LOCAL for what was loaded
 */
public record VetoList(
        String version,
        long division,
        LocalDate validFrom,
        String mark,
        String source,
        List<Veto> vetoes,
        List<VetoException> exceptions) {

    public VetoList {
        vetoes = List.copyOf(vetoes);
        exceptions = List.copyOf(exceptions);
    }

    /** The veto that records of this source tell of. */
    public Optional<Veto> findBy(AssetSource assetSource) {
        return vetoes.stream().filter(veto -> veto.assetSource() == assetSource).findFirst();
    }

    /** Codes of the exceptions that a second check may state of a veto. */
    public List<String> exceptionsToState(String veto) {
        return exceptions.stream()
                .filter(exception -> exception.mayBeStatedOf(veto))
                .map(VetoException::code)
                .toList();
    }
}
