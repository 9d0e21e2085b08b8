package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.IdHashes;
import org.jingzhun.identification.household.IdNumbers;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.veto.AssetSource;

/**
 * Import of a delivery of a department: what it knows of people's property. The query parameter {@code source} names the
 * department, {@code asOf} the day whose data they are (today when absent), {@code periodFrom} and {@code periodTo} the
 * time they tell of, {@code semantics} whether it is an INCREMENT (as when absent) or COMPLETE, {@code divisions} what they cover, separated by commas (the importer's area when absent). Of the id
 * number only its keyed hash is kept.
 */
@ApplicationScoped
public class AssetRecordImport implements ImportKind {

    private static final String STAGING = "staged_asset_record";
    private static final int LONGEST_FACT = 200;
    private static final Field<ResidentId> ID_NUMBER = IdNumbers.field("idNumber");
    private static final Field<String> FACT = Field.text("fact", LONGEST_FACT);
    private static final Field<LocalDate> EFFECTIVE_ON = Field.date("effectiveOn");
    private static final Field<Long> VALUE = Field.money("value").optional().stagedAs("value_fen");

    private static final Upsert MERGE = Upsert.into("asset_record")
            .key("id_hash", "source", "effective_on", "fact", "area_from", "area_to")
            .columns("value_fen")
            .column("dataset_id", "d.id")
            .column("closed_on", "cast(null as date)")
            .column("closed_by", "cast(null as uuid)")
            .from(STAGING, """
                    join dataset d on d.source = s.source and d.as_of = s.as_of and d.area_from = s.area_from
                      and d.area_to = s.area_to""")
            .onlyWhere("""
                    (select as_of from dataset where id = excluded.dataset_id)
                      >= coalesce((select as_of from dataset where id = asset_record.dataset_id), '-infinity')""")
            .build();

    private final IdHashes hashes;
    private final CurrentCaller caller;
    private final Deliveries deliveries;

    AssetRecordImport(IdHashes hashes, CurrentCaller caller, Deliveries deliveries) {
        this.hashes = hashes;
        this.caller = caller;
        this.deliveries = deliveries;
    }

    @Override
    public String kind() {
        return "asset-records";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        String source = parameters.get("source", AssetSource.class).name();
        Deliveries.Told told = deliveries.told(parameters);
        var area = caller.get().area();
        return RowFormat.stagedIn(STAGING)
                .fields(ID_NUMBER, FACT, EFFECTIVE_ON, VALUE)
                .computed("source", CellType.TEXT, row -> source)
                .computed("id_hash", CellType.BYTES, row -> hashes.hash(row.get(ID_NUMBER)))
                .computed("area_from", CellType.BIGINT, row -> area.from())
                .computed("area_to", CellType.BIGINT, row -> area.to())
                .computed("as_of", CellType.DATE, row -> told.asOf())
                .computed("semantics", CellType.TEXT, row -> told.semantics().name())
                .build();
    }

    @Override
    public ImportParameters anyParameters() {
        return new ImportParameters(Map.of("source", AssetSource.HOUSING.name()));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/idNumber", STAGING, "id_hash", "effective_on", "fact"),
                new Check(
                        "/idNumber",
                        "delivery-semantics",
                        "d.semantics <> s.semantics",
                        List.of("d.semantics"),
                        "join dataset d on d.source = s.source and d.as_of = s.as_of and d.area_from = s.area_from"
                                + " and d.area_to = s.area_to"));
    }

    @Override
    public List<String> fills() {
        return List.of("asset_record", "dataset", "dataset_area");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        deliveries.keep(connection, lines);
        return MERGE.run(connection, lines);
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        deliveries.close(connection, all);
        deliveries.count(connection, all);
    }
}
