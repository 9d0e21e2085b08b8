/** The form of a visit, filled in with what is known already. */
@NullMarked
package org.jingzhun.identification.form;

import org.jspecify.annotations.NullMarked;
