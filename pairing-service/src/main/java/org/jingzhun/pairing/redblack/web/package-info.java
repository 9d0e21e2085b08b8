/** The red and the black list over HTTP. */
@NullMarked
package org.jingzhun.pairing.redblack.web;

import org.jspecify.annotations.NullMarked;
