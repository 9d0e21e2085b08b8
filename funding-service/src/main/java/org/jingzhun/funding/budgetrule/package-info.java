/** Rules that a county's yearly money must keep (资金投入规则), checked against its budget and its treasury's figures. */
@NullMarked
package org.jingzhun.funding.budgetrule;

import org.jspecify.annotations.NullMarked;
