/** Funds, their rules, loans and grants over HTTP. */
@NullMarked
package org.jingzhun.funding.fund.web;

import org.jspecify.annotations.NullMarked;
