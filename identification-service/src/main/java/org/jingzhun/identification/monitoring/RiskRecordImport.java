package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.IdHashes;
import org.jingzhun.identification.household.IdNumbers;
import org.jingzhun.identification.household.identity.ResidentId;

/**
 * Import of what a department knows of people's misfortunes; the query parameter {@code source} names what it is. A
 * household whose records of twelve months reach the threshold in force is a lead. Of the id number only its keyed hash is
 * kept.
 */
@ApplicationScoped
public class RiskRecordImport implements ImportKind {

    private static final String STAGING = "staged_risk_record";
    private static final int LONGEST_FACT = 200;
    private static final Field<ResidentId> ID_NUMBER = IdNumbers.field("idNumber");
    private static final Field<String> FACT = Field.text("fact", LONGEST_FACT);
    private static final Field<LocalDate> OCCURRED_ON = Field.date("occurredOn");
    private static final Field<Long> VALUE = Field.money("value").optional().stagedAs("value_fen");

    private static final Upsert MERGE = Upsert.into("risk_record")
            .key("id_hash", "kind", "occurred_on", "fact", "area_from", "area_to")
            .columns("value_fen")
            .from(STAGING)
            .build();

    /** A record that was delivered for several areas is one fact. */
    private static final String LEADS = """
            select distinct on (m.household_id, f.kind) m.household_id, 'DEPARTMENT' as source,
                   cast(f.id as text) as source_key, {risk} as risk, f.kind as told_by, f.occurred_on as told_on,
                   cast(null as text) as remark,
                   case t.unit when 'YUAN' then total.fen else total.cases end as figure, t.id as rule,
                   cast(null as bigint) as line_id
            from staged_risk_record s
            join risk_record f on f.id_hash = s.id_hash and f.kind = s.kind and f.occurred_on = s.occurred_on
              and f.fact = s.fact and f.area_from = s.area_from and f.area_to = s.area_to
            join member m on m.id_hash = f.id_hash
            cross join lateral monitoring_rule_on(f.kind || '_THRESHOLD', m.village_code, f.occurred_on) t
            cross join lateral (
              select count(*) as cases, cast(coalesce(sum(x.value_fen), 0) as bigint) as fen from (
                select distinct q.id_hash, q.occurred_on, q.fact, q.value_fen
                from member o join risk_record q on q.id_hash = o.id_hash and q.kind = f.kind
                where o.household_id = m.household_id
                  and q.occurred_on > f.occurred_on - interval '1 year' and q.occurred_on <= f.occurred_on) x) total
            where s.import_id = :import and s.line between :first and :last
              and case t.unit when 'YUAN' then total.fen >= t.value * 100 else total.cases >= t.value end
            order by m.household_id, f.kind, f.occurred_on desc, f.id""".replace("{risk}", riskOfKind());

    private final IdHashes hashes;
    private final Raising raising;
    private final CurrentCaller caller;

    RiskRecordImport(IdHashes hashes, Raising raising, CurrentCaller caller) {
        this.hashes = hashes;
        this.raising = raising;
        this.caller = caller;
    }

    private static String riskOfKind() {
        return Arrays.stream(RiskRecordKind.values())
                .map(kind -> "when '%s' then '%s'".formatted(kind, kind.risk()))
                .collect(Collectors.joining(" ", "case f.kind ", " end"));
    }

    @Override
    public String kind() {
        return "risk-records";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        RiskRecordKind source = parameters.get("source", RiskRecordKind.class);
        var area = caller.get().area();
        return RowFormat.stagedIn(STAGING)
                .fields(ID_NUMBER, FACT, OCCURRED_ON, VALUE)
                .computed("kind", CellType.TEXT, row -> source.name())
                .computed("id_hash", CellType.BYTES, row -> hashes.hash(row.get(ID_NUMBER)))
                .computed("area_from", CellType.BIGINT, row -> area.from())
                .computed("area_to", CellType.BIGINT, row -> area.to())
                .check((row, verdict) -> {
                    if (source.isValued() == (row.find(VALUE) == null)) {
                        verdict.reject(
                                VALUE.pointer(), source.isValued() ? "risk-value-missing" : "risk-value-unasked");
                    }
                })
                .build();
    }

    @Override
    public ImportParameters anyParameters() {
        return new ImportParameters(Map.of("source", RiskRecordKind.JOB_LOSS.name()));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/idNumber", STAGING, "id_hash", "occurred_on", "fact"),
                Check.that(
                        "/occurredOn",
                        "risk-in-the-future",
                        "s.occurred_on > (now() at time zone 'Asia/Shanghai')::date"));
    }

    @Override
    public List<String> fills() {
        return List.of("risk_record");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }

    @Override
    public void afterMerge(Connection connection, Lines lines) {
        raising.raise(LEADS, Map.of("import", lines.importId(), "first", lines.from(), "last", lines.to()));
    }
}
