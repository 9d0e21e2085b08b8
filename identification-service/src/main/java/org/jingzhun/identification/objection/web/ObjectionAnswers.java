package org.jingzhun.identification.objection.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.identification.objection.Objection;
import org.jingzhun.identification.objection.Objections;

/** Answers with objections. */
@ApplicationScoped
public class ObjectionAnswers {

    private static final int KEYS = 2;

    private final Objections objections;
    private final AuditedLists lists;

    ObjectionAnswers(Objections objections, AuditedLists lists) {
        this.objections = objections;
        this.lists = lists;
    }

    /** @param objectType of the audit record, which says that such objections were listed */
    public Response list(HttpHeaders headers, PageRequest page, Objections.Filter filter, String objectType) {
        return lists.answer(
                headers,
                page,
                ObjectionView.class,
                AuditEntry.listing(objectType + "s-listed", objectType, filter.division()),
                (after, limit) -> objections
                        .list(filter, Cursor.parse(after, KEYS), limit)
                        .map(ObjectionView::of));
    }

    /** @param list where objections to the case are listed */
    public Response raised(Objection raised, String list) {
        return Response.created(URI.create(list + raised.caseId()))
                .entity(ObjectionView.of(raised))
                .build();
    }
}
