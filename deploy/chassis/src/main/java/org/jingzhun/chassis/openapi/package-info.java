/** What the OpenAPI documents of all services have in common, added to them while they are built. */
@NullMarked
package org.jingzhun.chassis.openapi;

import org.jspecify.annotations.NullMarked;
