/** What a caller may ask of a service at most, and what every answer says against misuse. */
@NullMarked
package org.jingzhun.chassis.limit;

import org.jspecify.annotations.NullMarked;
