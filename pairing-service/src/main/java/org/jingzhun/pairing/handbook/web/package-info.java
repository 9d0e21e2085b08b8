/** The booklet over HTTP. */
@NullMarked
package org.jingzhun.pairing.handbook.web;

import org.jspecify.annotations.NullMarked;
