/** Units and helpers, over HTTP. */
@NullMarked
package org.jingzhun.pairing.helper.web;

import org.jspecify.annotations.NullMarked;
