/** A service that is called by TLS, with certificates on both sides. */
@NullMarked
package org.jingzhun.acceptance.tls;

import org.jspecify.annotations.NullMarked;
