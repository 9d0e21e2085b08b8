/** Fiscal figures, rules and checks over HTTP. */
@NullMarked
package org.jingzhun.funding.budgetrule.web;

import org.jspecify.annotations.NullMarked;
