/** Money as it stands in JSON and in the database. */
@NullMarked
package org.jingzhun.identification.money;

import org.jspecify.annotations.NullMarked;
