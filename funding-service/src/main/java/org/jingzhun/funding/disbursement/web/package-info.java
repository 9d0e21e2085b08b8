/** Disbursements, payment batches and the benefits of households over HTTP. */
@NullMarked
package org.jingzhun.funding.disbursement.web;

import org.jspecify.annotations.NullMarked;
