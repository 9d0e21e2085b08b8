/** Tests of assets and their shares. */
@NullMarked
package org.jingzhun.funding.asset.share;

import org.jspecify.annotations.NullMarked;
