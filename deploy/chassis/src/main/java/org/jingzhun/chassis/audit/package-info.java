/**
 * Who did or saw what, when, why and from where: append-only records, chained by hashes.
 *
 * <p>Own code: Hibernate Envers keeps versions of entities, not who read them, and neither it nor pgaudit chains its
 * records.
 */
@NullMarked
package org.jingzhun.chassis.audit;

import org.jspecify.annotations.NullMarked;
