/** The platform as its users see it: a process with real PostgreSQL, Kafka and Connect. */
@NullMarked
package org.jingzhun.standalone.platform;

import org.jspecify.annotations.NullMarked;
