package org.jingzhun.chassis.contract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of bulk imports that only some kinds of a service take: rows of its file {@code
 * openapi/import-parameters.csv} with the schema of the component that is named, or a short text.
 */
final class KindParameters {

    private static final String FILE = "openapi/import-parameters.csv";
    private static final String OPERATION = "importRows";
    private static final int LONGEST = 1000;

    private KindParameters() {}

    static void tell(List<Endpoint> endpoints) {
        endpoints.stream().filter(endpoint -> endpoint.name().equals(OPERATION)).forEach(KindParameters::tell);
    }

    private static void tell(Endpoint imports) {
        try (@Nullable
                InputStream bytes =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (bytes == null) {
                return;
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                rows.forEach(row -> imports.operation().addParameter(parameter(row)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Parameter parameter(NamedCsvRecord row) {
        return OASFactory.createParameter()
                .name(row.getField("parameter"))
                .in(Parameter.In.QUERY)
                .description(row.getField("description"))
                .schema(schema(row.getField("schema")));
    }

    private static Schema schema(String component) {
        return component.isEmpty()
                ? OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(LONGEST)
                : OASFactory.createSchema().ref(component);
    }
}
