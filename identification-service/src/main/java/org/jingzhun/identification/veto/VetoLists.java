package org.jingzhun.identification.veto;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingzhun.identification.datafile.DataFile;

/** All lists of vetoes, read once from the data files under {@code veto-lists}. */
@ApplicationScoped
public class VetoLists {

    private static final long FEN_OF_YUAN = 100;

    private final Map<String, VetoList> byVersion = new LinkedHashMap<>();

    public VetoLists() {
        for (NamedCsvRecord row : DataFile.rows("veto-lists/veto-lists.csv")) {
            String version = row.getField("version");
            byVersion.put(
                    version,
                    new VetoList(
                            version,
                            LocalDate.parse(row.getField("valid_from")),
                            row.getField("source"),
                            DataFile.rows("veto-lists/" + version + "/vetoes.csv").stream()
                                    .map(VetoLists::veto)
                                    .toList()));
        }
    }

    public Optional<VetoList> find(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /**
     * The list of a stored decision.
     *
     * @throws IllegalStateException when its files are gone
     */
    public VetoList get(String version) {
        return find(version)
                .orElseThrow(() -> new IllegalStateException(
                        "veto list %s must ship with the service as long as campaigns use it; restore its files"
                                .formatted(version)));
    }

    public List<VetoList> list() {
        return List.copyOf(byVersion.values());
    }

    private static Veto veto(NamedCsvRecord row) {
        String assetSource = row.getField("asset_source");
        return new Veto(
                Integer.parseInt(row.getField("number")),
                row.getField("code"),
                row.getField("name_zh"),
                row.getField("name_en"),
                assetSource.isEmpty() ? null : AssetSource.valueOf(assetSource),
                Long.parseLong(row.getField("least_value_yuan")) * FEN_OF_YUAN,
                row.getField("mark"),
                row.getField("source"));
    }
}
