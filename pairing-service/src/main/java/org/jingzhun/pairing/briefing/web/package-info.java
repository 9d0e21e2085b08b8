/** Weekly briefings over HTTP. */
@NullMarked
package org.jingzhun.pairing.briefing.web;

import org.jspecify.annotations.NullMarked;
