/** Return, roll-back and removal (返贫、回退、错评剔除): changes of the register's status with gates of their own. */
@NullMarked
package org.jingzhun.identification.transition;

import org.jspecify.annotations.NullMarked;
