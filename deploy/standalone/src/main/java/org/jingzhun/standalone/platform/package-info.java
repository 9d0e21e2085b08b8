/**
 * The platform on one machine: real PostgreSQL, Kafka and Kafka Connect, started from libraries in a process of their
 * own. Tests use {@link org.jingzhun.standalone.platform.PlatformProcess}, which needs nothing but the JDK.
 */
@NullMarked
package org.jingzhun.standalone.platform;

import org.jspecify.annotations.NullMarked;
