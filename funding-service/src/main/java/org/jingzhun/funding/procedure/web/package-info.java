/** Refusals of procedures and signatures over HTTP. */
@NullMarked
package org.jingzhun.funding.procedure.web;

import org.jspecify.annotations.NullMarked;
