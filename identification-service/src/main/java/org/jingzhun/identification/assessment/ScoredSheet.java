package org.jingzhun.identification.assessment;

import org.jingzhun.identification.scorecard.scoring.AnswerSheet;

/** Answers in their 16 bytes and what they scored. */
record ScoredSheet(AnswerSheet sheet, int score) {}
