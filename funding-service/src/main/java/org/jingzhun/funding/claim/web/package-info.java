/** Claims of banks as seen from outside, and their refusals. */
@NullMarked
package org.jingzhun.funding.claim.web;

import org.jspecify.annotations.NullMarked;
