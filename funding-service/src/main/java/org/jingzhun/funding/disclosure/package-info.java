/** Disclosure (公告公示): what was announced of money and projects, signed, linked, open to everybody and to objections. */
@NullMarked
package org.jingzhun.funding.disclosure;

import org.jspecify.annotations.NullMarked;
