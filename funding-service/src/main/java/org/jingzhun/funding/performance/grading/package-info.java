/** Adds up marks to a total and finds the grade that it brings. */
@NullMarked
package org.jingzhun.funding.performance.grading;

import org.jspecify.annotations.NullMarked;
