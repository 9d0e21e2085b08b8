/** Loans, ratings and subsidy claims over HTTP. */
@NullMarked
package org.jingzhun.funding.loan.web;

import org.jspecify.annotations.NullMarked;
