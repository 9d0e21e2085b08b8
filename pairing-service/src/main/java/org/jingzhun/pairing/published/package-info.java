/** The events that this service promises to others; contract/events holds their schemas and examples. */
@NullMarked
package org.jingzhun.pairing.published;

import org.jspecify.annotations.NullMarked;
