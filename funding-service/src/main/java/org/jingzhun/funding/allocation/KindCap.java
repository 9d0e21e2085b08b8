package org.jingzhun.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The most for all proposals of one kind.
 *
 * @param kind a code of the list {@code proposal-kind}
 */
@Embeddable
public record KindCap(String kind, @Column(name = "cap_fen") long capFen) {}
