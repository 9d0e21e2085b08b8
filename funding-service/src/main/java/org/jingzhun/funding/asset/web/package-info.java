/** Assets, shares, dividends and valuations over HTTP. */
@NullMarked
package org.jingzhun.funding.asset.web;

import org.jspecify.annotations.NullMarked;
