/** Loans of banks to households (扶贫贷款): products, ratings, the life of a loan, what is overdue, and interest subsidies. */
@NullMarked
package org.jingzhun.funding.loan;

import org.jspecify.annotations.NullMarked;
