/** Links, over HTTP. */
@NullMarked
package org.jingzhun.pairing.link.web;

import org.jspecify.annotations.NullMarked;
