/** What the build adds to the OpenAPI document of a service: words, limits, problems, security and real examples. */
@NullMarked
package org.jingzhun.chassis.contract;

import org.jspecify.annotations.NullMarked;
