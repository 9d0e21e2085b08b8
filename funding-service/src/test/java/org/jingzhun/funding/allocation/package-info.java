/** The procedure of allocation plans, without a server. */
@NullMarked
package org.jingzhun.funding.allocation;

import org.jspecify.annotations.NullMarked;
