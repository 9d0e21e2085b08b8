/** Social help over HTTP. */
@NullMarked
package org.jingzhun.pairing.social.web;

import org.jspecify.annotations.NullMarked;
