/** The permission matrix (权限矩阵): which role may call which endpoint, for things of which area. One table a service. */
@NullMarked
package org.jingzhun.chassis.permission;

import org.jspecify.annotations.NullMarked;
