/** Donations (社会捐赠): receipts without gaps, the purpose kept, spending traced. */
@NullMarked
package org.jingzhun.funding.donation;

import org.jspecify.annotations.NullMarked;
