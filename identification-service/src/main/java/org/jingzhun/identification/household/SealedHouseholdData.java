package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jingzhun.chassis.sealing.SealedColumn;
import org.jingzhun.chassis.sealing.SealedColumns;

/** The columns of this service that hold sealed data: id numbers, health, disability and telephones. */
@ApplicationScoped
class SealedHouseholdData implements SealedColumns {

    @Override
    public List<SealedColumn> list() {
        return List.of(
                new SealedColumn("household", "id", "phone"),
                new SealedColumn("staged_household", "id", "phone"),
                new SealedColumn("member", "id", "secrets"),
                new SealedColumn("staged_member", "id", "secrets"),
                new SealedColumn("household_change", "id", "content"),
                new SealedColumn("household_change", "id", "before"),
                new SealedColumn("household_change", "id", "after"),
                new SealedColumn("special_record", "id", "contact_phone"),
                new SealedColumn("special_record", "id", "sealed"),
                new SealedColumn("special_step", "record_id", "sealed"),
                new SealedColumn("staged_special_record", "id", "contact_phone"),
                new SealedColumn("staged_special_record", "id", "sealed"),
                new SealedColumn("archive_export_file", "household_id", "content"),
                new SealedColumn("matching_key", "'%s'::uuid".formatted(IdHashes.OWNER), "sealed"));
    }
}
