package org.jingzhun.funding.loan.rating;

/** What was found of a household under a criterion. */
public record Found(String criterion, String option) {}
