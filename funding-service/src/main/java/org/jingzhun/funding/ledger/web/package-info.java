/** Accounts, journal entries and the ledger's proof over HTTP. */
@NullMarked
package org.jingzhun.funding.ledger.web;

import org.jspecify.annotations.NullMarked;
