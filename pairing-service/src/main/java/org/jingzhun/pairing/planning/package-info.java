/** Pairing plans (结对方案): computed as a job, approved, activated all at once. */
@NullMarked
package org.jingzhun.pairing.planning;

import org.jspecify.annotations.NullMarked;
