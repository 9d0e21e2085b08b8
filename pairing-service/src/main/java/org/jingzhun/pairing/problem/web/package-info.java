/** Problems over HTTP. */
@NullMarked
package org.jingzhun.pairing.problem.web;

import org.jspecify.annotations.NullMarked;
