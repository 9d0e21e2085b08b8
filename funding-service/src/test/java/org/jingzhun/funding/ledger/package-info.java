/** What the ledger refuses, in the program and in the database. */
@NullMarked
package org.jingzhun.funding.ledger;

import org.jspecify.annotations.NullMarked;
