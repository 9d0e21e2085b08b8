/** What the suite is made of that others have written. */
@NullMarked
package org.jingzhun.acceptance.dependencies;

import org.jspecify.annotations.NullMarked;
