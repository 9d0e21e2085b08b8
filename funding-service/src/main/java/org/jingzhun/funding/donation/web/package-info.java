/** Donations, receipts and their use over HTTP. */
@NullMarked
package org.jingzhun.funding.donation.web;

import org.jspecify.annotations.NullMarked;
