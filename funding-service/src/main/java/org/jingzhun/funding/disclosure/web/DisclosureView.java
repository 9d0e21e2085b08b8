package org.jingzhun.funding.disclosure.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.disclosure.Board;
import org.jingzhun.funding.disclosure.Disclosure;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jspecify.annotations.Nullable;

/** A disclosure with all that it says, as everybody sees it. */
@Schema(name = "Disclosure")
public record DisclosureView(
        Summary summary,
        Content content,
        List<BoardView> boards,

        @Schema(nullable = true, description = "The snapshot of the same subject before.") @Nullable
        UUID replaces) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DisclosureView of(Disclosure disclosure, List<Board> boards) {
        try {
            return new DisclosureView(
                    Summary.of(disclosure),
                    JSON.readValue(disclosure.snapshot(), Content.class),
                    boards.stream().map(BoardView::of).toList(),
                    disclosure.replaces());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Snapshot of " + disclosure.id() + " must be JSON", damaged);
        }
    }

    /** A disclosure in a list. */
    @Schema(name = "DisclosureSummary")
    public record Summary(
            UUID id,
            String county,

            @Schema(description = "Counts the county's disclosures from 1.")
            long number,

            String division,
            int year,
            DisclosureKind kind,
            DisclosurePhase phase,

            @Schema(description = "Plan, project, batch ... that it is about.")
            UUID subject,

            String title,
            String document,
            LocalDate announcedOn,

            @Schema(description = "Last day on which it must be on the boards.")
            LocalDate endsOn,

            @Schema(description = "Days on the boards at least.")
            int boardDays,

            int objections,

            @Schema(description = "Objections without an answer.")
            int openObjections,

            @Schema(nullable = true, description = "The snapshot of the same subject since: this one was changed.")
            @Nullable
            UUID replacedBy,

            @Schema(description = "SHA-256, hexadecimal.") String hash) {

        static Summary of(Disclosure d) {
            return new Summary(
                    d.id(),
                    Long.toString(d.county()),
                    d.number(),
                    Long.toString(d.division()),
                    d.year(),
                    d.kind(),
                    d.phase(),
                    d.subject(),
                    d.title(),
                    d.document(),
                    d.announcedOn(),
                    d.endsOn(),
                    d.boardDays(),
                    d.objections(),
                    d.openObjections(),
                    d.replacedBy(),
                    d.hash());
        }
    }

    /** What is announced. */
    @Schema(name = "DisclosureContent")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Content(
            String remark,
            @Schema(nullable = true) @Nullable String amount,
            String announcedAt,
            List<Row> rows) {}

    /** A line of it. */
    @Schema(name = "DisclosureRow")
    public record Row(
            String division,
            String label,

            @Schema(nullable = true, description = "The first letters of a name.") @Nullable
            String receiver,

            @Schema(nullable = true) @Nullable Long persons,
            @Schema(nullable = true) @Nullable String amount) {}

    /** A village's board. */
    @Schema(name = "DisclosureBoard")
    public record BoardView(String division, LocalDate postedOn, LocalDate takenDownOn, String photoSha256) {

        static BoardView of(Board board) {
            return new BoardView(
                    Long.toString(board.division()), board.postedOn(), board.takenDownOn(), board.photoSha256());
        }
    }
}
