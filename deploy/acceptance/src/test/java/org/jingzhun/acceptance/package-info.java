/** The suite as its users have it: started with deploy/start, driven through its public interfaces, hurt and healed. */
@NullMarked
package org.jingzhun.acceptance;

import org.jspecify.annotations.NullMarked;
