/** The poverty register over HTTP. */
@NullMarked
package org.jingzhun.identification.register.web;

import org.jspecify.annotations.NullMarked;
