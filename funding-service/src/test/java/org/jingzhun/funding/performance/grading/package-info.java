/** The procedure and the grades of performance evaluations, without a server. */
@NullMarked
package org.jingzhun.funding.performance.grading;

import org.jspecify.annotations.NullMarked;
