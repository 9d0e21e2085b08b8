package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.special.facts.Patient;

/** Import of classes of diseases: whoever has the list of a region loads it; a class ends by its last day. */
@ApplicationScoped
public class DiseaseClassImport implements ImportKind {

    private static final String STAGING = "staged_disease_class";
    private static final int LONGEST_TEXT = 200;
    private static final Field<String> CODE = Field.text("code", Pattern.compile(Patient.DISEASE), "STOMACH_CANCER");
    private static final Field<String> NAME_ZH = Field.text("nameZh", LONGEST_TEXT);
    private static final Field<String> NAME_EN = Field.text("nameEn", LONGEST_TEXT);
    private static final Field<LocalDate> VALID_FROM = Field.date("validFrom");
    private static final Field<LocalDate> VALID_TO = Field.date("validTo").optional();
    private static final Field<String> SOURCE = Field.text("source", LONGEST_TEXT);

    private static final Upsert MERGE = Upsert.into("disease_class")
            .key("code", "valid_from")
            .columns("name_zh", "name_en", "valid_to", "mark", "source")
            .from(STAGING)
            .build();

    @Override
    public String kind() {
        return "disease-classes";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.ADMIN, Role.REGION_OFFICER);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(CODE, NAME_ZH, NAME_EN, VALID_FROM, VALID_TO, SOURCE)
                .computed("mark", CellType.TEXT, row -> "LOCAL")
                .check((row, verdict) -> {
                    LocalDate to = row.find(VALID_TO);
                    if (to != null && to.isBefore(row.get(VALID_FROM))) {
                        verdict.reject(VALID_TO.pointer(), "ends-before-it-begins");
                    }
                })
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.unrepeated("/code", STAGING, "code", "valid_from"));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MERGE.run(connection, lines);
    }
}
