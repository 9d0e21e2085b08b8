/** What phones that were offline bring and take in one call (离线同步). */
@NullMarked
package org.jingzhun.pairing.sync;

import org.jspecify.annotations.NullMarked;
