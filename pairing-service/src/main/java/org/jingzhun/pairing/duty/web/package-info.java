/** Duty records over HTTP. */
@NullMarked
package org.jingzhun.pairing.duty.web;

import org.jspecify.annotations.NullMarked;
