/** Projects of enterprises over HTTP. */
@NullMarked
package org.jingzhun.pairing.enterpriseproject.web;

import org.jspecify.annotations.NullMarked;
