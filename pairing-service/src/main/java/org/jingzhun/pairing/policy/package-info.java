/** Rules that are numbers: versions with the date from which they hold and the document that set them. */
@NullMarked
package org.jingzhun.pairing.policy;

import org.jspecify.annotations.NullMarked;
