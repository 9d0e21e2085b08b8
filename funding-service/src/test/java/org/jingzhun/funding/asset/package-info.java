/** Tests of assets and their shares. */
@NullMarked
package org.jingzhun.funding.asset;

import org.jspecify.annotations.NullMarked;
