/** Projects (扶贫项目): the library that they must be in, their money, progress, acceptance, operation, and whom they reach. */
@NullMarked
package org.jingzhun.funding.project;

import org.jspecify.annotations.NullMarked;
