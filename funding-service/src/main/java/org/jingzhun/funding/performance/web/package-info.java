/** Performance evaluations over HTTP. */
@NullMarked
package org.jingzhun.funding.performance.web;

import org.jspecify.annotations.NullMarked;
