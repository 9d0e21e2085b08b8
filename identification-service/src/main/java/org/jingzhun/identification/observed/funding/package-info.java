/** What funding-service has told of the money of villages. */
@NullMarked
package org.jingzhun.identification.observed.funding;

import org.jspecify.annotations.NullMarked;
