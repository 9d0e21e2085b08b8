/** Lists of vetoes over HTTP. */
@NullMarked
package org.jingzhun.identification.veto.web;

import org.jspecify.annotations.NullMarked;
