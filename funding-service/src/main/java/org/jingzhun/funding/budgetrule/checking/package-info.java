/** Decides whether a rule holds, and explains it by the figures it used. */
@NullMarked
package org.jingzhun.funding.budgetrule.checking;

import org.jspecify.annotations.NullMarked;
