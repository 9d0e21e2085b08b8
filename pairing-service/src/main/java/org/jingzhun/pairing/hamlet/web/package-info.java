/** Hamlets, over HTTP. */
@NullMarked
package org.jingzhun.pairing.hamlet.web;

import org.jspecify.annotations.NullMarked;
