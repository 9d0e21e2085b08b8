/** Lines of income over HTTP. */
@NullMarked
package org.jingzhun.identification.povertyline.web;

import org.jspecify.annotations.NullMarked;
