package org.jingzhun.chassis.data;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table with its rows, as its readers see it. */
@Schema(name = "DataTable")
public record DataTableView(String name, List<String> columns, List<RowView> rows) {

    /** A row. */
    @Schema(name = "DataRow")
    public record RowView(
            @Schema(description = "Whether it came with the service; else it was loaded since.")
            boolean ships,

            List<String> cells) {

        static RowView of(DataTables.Line line) {
            return new RowView(line.ships(), line.cells());
        }
    }

    /** Rows to be added. */
    @Schema(name = "DataRowsRequest")
    public record DataRowsRequest(
            @NotBlank
            @Size(max = 200_000)
            @Schema(description = "CSV with a head line that names all columns in their order.")
            String csv,

            @NotBlank @Size(max = 500) @Schema(description = "Document behind the rows.")
            String source) {}

    /** How many rows were added. */
    @Schema(name = "DataRowsLoaded")
    public record LoadedView(String table, int rows) {

        public static LoadedView of(DataTables.Loaded loaded) {
            return new LoadedView(loaded.table(), loaded.rows());
        }
    }

    public static DataTableView of(DataTable<?> table, List<DataTables.Line> lines) {
        return new DataTableView(
                table.table(), table.columns(), lines.stream().map(RowView::of).toList());
    }
}
