/** Rules of benefits over HTTP. */
@NullMarked
package org.jingzhun.funding.benefit.web;

import org.jspecify.annotations.NullMarked;
