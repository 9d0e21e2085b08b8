/** Risk pools (风险补偿金): contributions, compensations, recoveries, and when a pool lends no more. */
@NullMarked
package org.jingzhun.funding.riskpool;

import org.jspecify.annotations.NullMarked;
