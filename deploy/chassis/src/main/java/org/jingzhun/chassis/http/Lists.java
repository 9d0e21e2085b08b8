package org.jingzhun.chassis.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Answers a list in the form the client asks for: one JSON slice, or the whole list as NDJSON or CSV, streamed slice by
 * slice in constant memory. Each slice is read in a transaction of its own, under the caller's row-level security.
 */
@ApplicationScoped
public class Lists {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private static final int STREAM_SLICE = 1000;
    private static final int STREAM_BUFFER_BYTES = 32 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet takes for the beginning of a formula, also in the full width of Chinese keyboards. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final ObjectMapper json;
    private final RunningExports exports;

    Lists(ObjectMapper json, RunningExports exports) {
        this.json = json;
        this.exports = exports;
    }

    /** @param rowType a record: its components are the CSV columns */
    public <T extends Record> Response answer(
            HttpHeaders headers, PageRequest page, Class<T> rowType, SliceReader<T> reader) {
        return answer(headers, page, rowType, reader, rows -> {});
    }

    /**
     * The same, and tells how many rows were read for it: once for each answer, however many slices it took, also when
     * the client hung up before the end of a stream.
     *
     * @param rowType a record: its components are the CSV columns
     * @param count told the number of rows; of a single slice within the transaction that read it
     */
    public <T extends Record> Response answer(
            HttpHeaders headers, PageRequest page, Class<T> rowType, SliceReader<T> reader, LongConsumer count) {
        MediaType wanted = preferred(headers);
        if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            Slice<T> only = inTransaction(() -> {
                Slice<T> slice = reader.read(page.after, page.limit);
                count.accept(slice.items().size());
                return slice;
            });
            return Response.ok(only, MediaType.APPLICATION_JSON).build();
        }
        exports.begin();
        Counted<T> counted = new Counted<>(reader);
        Slice<T> first = inTransaction(() -> counted.read(null, STREAM_SLICE));
        boolean csv = CSV.equals(wanted.getType() + "/" + wanted.getSubtype());
        StreamingOutput rows = out -> {
            try {
                if (csv) {
                    writeCsv(out, rowType, first, counted);
                } else {
                    writeNdjson(out, first, counted);
                }
            } finally {
                count.accept(counted.rows);
            }
        };
        return Response.ok(rows, csv ? CSV + ";charset=UTF-8" : NDJSON).build();
    }

    /** Counts the rows that a reader reads for one answer. */
    private static final class Counted<T> implements SliceReader<T> {

        private final SliceReader<T> reader;
        private long rows;

        Counted(SliceReader<T> reader) {
            this.reader = reader;
        }

        @Override
        public Slice<T> read(@Nullable String after, int limit) {
            Slice<T> slice = reader.read(after, limit);
            rows += slice.items().size();
            return slice;
        }
    }

    private static MediaType preferred(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            String name = accepted.getType() + "/" + accepted.getSubtype();
            if (name.equals(NDJSON) || name.equals(CSV)) {
                return accepted;
            }
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return MediaType.APPLICATION_JSON_TYPE;
            }
        }
        return MediaType.APPLICATION_JSON_TYPE;
    }

    private static <T> Slice<T> inTransaction(Callable<Slice<T>> read) {
        return QuarkusTransaction.joiningExisting().call(read);
    }

    private static <T> @Nullable Slice<T> following(Slice<T> slice, SliceReader<T> reader) {
        String after = slice.next();
        return after == null ? null : inTransaction(() -> reader.read(after, STREAM_SLICE));
    }

    private <T extends Record> void writeNdjson(OutputStream out, Slice<T> first, SliceReader<T> reader)
            throws IOException {
        // each row would be flushed to the client by itself otherwise, which costs more than making it
        ObjectWriter writer = json.writer()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        var buffered = new BufferedOutputStream(out, STREAM_BUFFER_BYTES);
        for (@Nullable Slice<T> slice = first; slice != null; slice = following(slice, reader)) {
            for (T row : slice.items()) {
                writer.writeValue(buffered, row);
                buffered.write('\n');
            }
            buffered.flush();
        }
    }

    private <T extends Record> void writeCsv(OutputStream out, Class<T> rowType, Slice<T> first, SliceReader<T> reader)
            throws IOException {
        List<String> columns = Arrays.stream(rowType.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(columns);
        for (@Nullable Slice<T> slice = first; slice != null; slice = following(slice, reader)) {
            for (T row : slice.items()) {
                JsonNode node = json.valueToTree(row);
                csv.writeRecord(
                        columns.stream().map(column -> cell(node.get(column))).toList());
            }
        }
        csv.flush();
    }

    /** Lists of plain values are separated by blanks, objects stay JSON; a text that a spreadsheet would run is quoted. */
    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray() && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isValueNode)) {
            return harmless(String.join(
                    " ",
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()));
        }
        if (value instanceof POJONode node && node.getPojo() instanceof RawValue raw) {
            return String.valueOf(raw.rawValue());
        }
        return value.isTextual() ? harmless(value.asText()) : value.isValueNode() ? value.asText() : value.toString();
    }

    private static String harmless(String text) {
        String shown = text.stripLeading();
        boolean formula = BEGINS_FORMULA.indexOf(text.isEmpty() ? ' ' : text.charAt(0)) >= 0
                || BEGINS_FORMULA.indexOf(shown.isEmpty() ? ' ' : shown.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
