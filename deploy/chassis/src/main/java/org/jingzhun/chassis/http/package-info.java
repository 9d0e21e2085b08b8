/** HTTP. */
@org.jspecify.annotations.NullMarked
package org.jingzhun.chassis.http;
