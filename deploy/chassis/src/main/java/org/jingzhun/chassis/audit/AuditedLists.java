package org.jingzhun.chassis.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.SliceReader;

/**
 * Answers lists of personal data: as {@link Lists} does, and each answer leaves one audit record with the filters of the
 * request and the number of rows, however many rows there are.
 */
@ApplicationScoped
public class AuditedLists {

    private static final Set<String> NO_FILTERS = Set.of("after", "limit");

    /** The parameter that searches for text, which may be a name. */
    private static final String SEARCH = "q";

    private static final Pattern CODE = Pattern.compile("[\\w.:+-]{1,64}");
    private static final String WITHHELD = "(text)";

    private final Lists lists;
    private final Audit audit;
    private final CurrentCaller caller;
    private final CurrentVertxRequest requests;

    AuditedLists(Lists lists, Audit audit, CurrentCaller caller, CurrentVertxRequest requests) {
        this.lists = lists;
        this.audit = audit;
        this.caller = caller;
        this.requests = requests;
    }

    /**
     * @param reading what is read; of a place outside the caller's area it counts as of the caller's area
     * @param rowType a record: its components are the CSV columns
     */
    public <T extends Record> Response answer(
            HttpHeaders headers, PageRequest page, Class<T> rowType, AuditEntry reading, SliceReader<T> reader) {
        AuditEntry entry = within(caller.get(), reading).with("filters", filters());
        audit.expect();
        return lists.answer(headers, page, rowType, reader, rows -> audit.record(entry.with("rows", rows)));
    }

    private static AuditEntry within(Caller acting, AuditEntry reading) {
        Long place = reading.division();
        return place == null || acting.area().covers(place)
                ? reading
                : reading.in(acting.area().from());
    }

    /** The query parameters that are codes, ids, dates and numbers; a text is withheld, since it may be personal. */
    private Map<String, String> filters() {
        var filters = new TreeMap<String, String>();
        RoutingContext exchange = requests.getCurrent();
        if (exchange != null) {
            exchange.queryParams().forEach(parameter -> {
                String name = parameter.getKey();
                if (!NO_FILTERS.contains(name) && CODE.matcher(name).matches()) {
                    filters.put(name, shown(name, parameter.getValue()));
                }
            });
        }
        return filters;
    }

    private static String shown(String name, String value) {
        return !name.equals(SEARCH) && CODE.matcher(value).matches() ? value : WITHHELD;
    }
}
