/** Special registers over HTTP. */
@NullMarked
package org.jingzhun.identification.special.web;

import org.jspecify.annotations.NullMarked;
