package org.jingzhun.chassis.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What every service keeps sealed: rows that importers sent and that did not go in, and answers kept for a repetition. */
@ApplicationScoped
class CommonColumns implements SealedColumns {

    @Override
    public List<SealedColumn> list() {
        return List.of(
                new SealedColumn("import_rejection", "import_id", "sealed"),
                new SealedColumn("idempotency_key", "encode(substring(request from 1 for 16), 'hex')::uuid", "sealed"));
    }
}
