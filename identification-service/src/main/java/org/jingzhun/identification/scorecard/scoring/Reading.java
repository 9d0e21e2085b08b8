package org.jingzhun.identification.scorecard.scoring;

import java.util.List;

/** What came of reading answers: a sheet that can be scored, or every fault in them. */
public sealed interface Reading {

    record Read(AnswerSheet sheet) implements Reading {}

    /** @param faults at least one */
    record Faulty(List<AnswerFault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
