/** Loans from application to settlement, over HTTP, and their table of steps. */
@NullMarked
package org.jingzhun.funding.loan;

import org.jspecify.annotations.NullMarked;
