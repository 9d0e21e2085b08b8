/**
 * The optimal assignment of helpers to households (结对匹配): a pure calculation, records in and records out, that hands
 * over the proof of its optimality.
 */
@NullMarked
package org.jingzhun.pairing.pairing.matching;

import org.jspecify.annotations.NullMarked;
