/** Disclosure over HTTP; most of it without a token. */
@NullMarked
package org.jingzhun.funding.disclosure.web;

import org.jspecify.annotations.NullMarked;
