/** Signatures under the steps of procedures, with what the audit trail tells of each. */
@NullMarked
package org.jingzhun.pairing.signing;

import org.jspecify.annotations.NullMarked;
