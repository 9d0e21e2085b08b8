/** Return, roll-back and removal over HTTP. */
@NullMarked
package org.jingzhun.identification.transition.web;

import org.jspecify.annotations.NullMarked;
