package org.jingzhun.identification.veto;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.identification.datafile.DataFile;

/** The lists of vetoes that ship with the service, from the data files under {@code veto-lists}. */
final class ShippedVetoLists {

    private static final long FEN_OF_YUAN = 100;

    private ShippedVetoLists() {}

    static List<VetoList> read() {
        return DataFile.rows("veto-lists/veto-lists.csv").stream()
                .map(ShippedVetoLists::list)
                .toList();
    }

    private static VetoList list(NamedCsvRecord row) {
        String version = row.getField("version");
        return new VetoList(
                version,
                Long.parseLong(row.getField("division")),
                LocalDate.parse(row.getField("valid_from")),
                row.getField("mark"),
                row.getField("source"),
                DataFile.rows("veto-lists/" + version + "/vetoes.csv").stream()
                        .map(ShippedVetoLists::veto)
                        .toList(),
                DataFile.rows("veto-lists/" + version + "/exceptions.csv").stream()
                        .map(ShippedVetoLists::exception)
                        .toList());
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

    private static VetoException exception(NamedCsvRecord row) {
        String veto = row.getField("veto");
        return new VetoException(
                Integer.parseInt(row.getField("number")),
                row.getField("code"),
                veto.isEmpty() ? null : veto,
                ExceptionRule.valueOf(row.getField("rule")),
                row.getField("name_zh"),
                row.getField("name_en"),
                row.getField("mark"),
                row.getField("source"));
    }
}
