/** Risk pools over HTTP. */
@NullMarked
package org.jingzhun.funding.riskpool;

import org.jspecify.annotations.NullMarked;
