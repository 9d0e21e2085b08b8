/** Every procedure of this kind against the regulation, written down once more. */
@NullMarked
package org.jingzhun.funding.procedure;

import org.jspecify.annotations.NullMarked;
