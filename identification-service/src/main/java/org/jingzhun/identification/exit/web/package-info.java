/** Exits and their standards over HTTP. */
@NullMarked
package org.jingzhun.identification.exit.web;

import org.jspecify.annotations.NullMarked;
