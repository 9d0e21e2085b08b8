/** Events that this service publishes: flat records, one for each type. */
@NullMarked
package org.jingzhun.funding.published;

import org.jspecify.annotations.NullMarked;
