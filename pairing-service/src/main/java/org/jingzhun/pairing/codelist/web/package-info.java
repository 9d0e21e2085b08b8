/** The code lists, over HTTP. */
@NullMarked
package org.jingzhun.pairing.codelist.web;

import org.jspecify.annotations.NullMarked;
