package org.jingzhun.identification.objection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be objected to while its notice is up, and where the objections to it are kept. */
@Schema(name = "Objected")
public enum Objected {
    /** The exit of a household, a village or a county. */
    EXIT("exit_objection", "exit_id", "place_code", "x.subject", "exit_case", "exit_step", "'NOTICE'"),
    /** A household's being taken up for monitoring, or let go. */
    MONITORING(
            "monitoring_objection",
            "case_id",
            "village_code",
            "'HOUSEHOLD'",
            "monitoring_case",
            "monitoring_step",
            "'NOTICE', 'CLOSURE_NOTICE'");

    private final String table;
    private final String caseId;
    private final String place;
    private final String subject;
    private final String cases;
    private final String steps;
    private final String notices;

    Objected(String table, String caseId, String place, String subject, String cases, String steps, String notices) {
        this.table = table;
        this.caseId = caseId;
        this.place = place;
        this.subject = subject;
        this.cases = cases;
        this.steps = steps;
        this.notices = notices;
    }

    /** Fills the names into a statement about objections {@code o} and their cases {@code x}. */
    String fill(String sql) {
        return sql.replace(
                        "{lastNotice}",
                        "(select max(t.seq) from {steps} t where t.{case_id} = x.id and t.step in ({notices}))")
                .replace("{objections}", table)
                .replace("{case_id}", caseId)
                .replace("{place}", place)
                .replace("{subject}", subject)
                .replace("{cases}", cases)
                .replace("{steps}", steps)
                .replace("{notices}", notices);
    }
}
