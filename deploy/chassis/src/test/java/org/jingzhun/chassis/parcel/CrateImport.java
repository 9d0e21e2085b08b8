package org.jingzhun.chassis.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;

/** Crates, which are not parcels. */
@ApplicationScoped
public class CrateImport implements ImportKind {

    private static final RowFormat FORMAT = RowFormat.stagedIn("staging_crate")
            .fields(Field.uuid("id"), Field.text("shelf", 10), Field.integer("packedIn", 1900, 2100))
            .build();

    private static final Upsert UPSERT = Upsert.into("crate")
            .from("staging_crate")
            .key("id")
            .columns("shelf", "packed_in")
            .build();

    @Override
    public String kind() {
        return "crates";
    }

    @Override
    public Set<String> roles() {
        return Set.of("county-officer");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return FORMAT;
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.unrepeated("/id", "staging_crate", "id"));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return UPSERT.run(connection, lines);
    }
}
