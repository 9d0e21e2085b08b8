/** Targets and letters of responsibility over HTTP. */
@NullMarked
package org.jingzhun.pairing.responsibility.web;

import org.jspecify.annotations.NullMarked;
