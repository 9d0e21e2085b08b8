/** The income of the twelve months before, and what it says of a household's risk: records in, records out. */
@NullMarked
package org.jingzhun.identification.monitoring.judging;

import org.jspecify.annotations.NullMarked;
