/** Tests of disclosure. */
@NullMarked
package org.jingzhun.funding.disclosure;

import org.jspecify.annotations.NullMarked;
