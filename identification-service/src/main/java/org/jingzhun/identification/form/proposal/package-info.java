/** Answers that follow from what is known of a household and its neighbours. */
@NullMarked
package org.jingzhun.identification.form.proposal;

import org.jspecify.annotations.NullMarked;
