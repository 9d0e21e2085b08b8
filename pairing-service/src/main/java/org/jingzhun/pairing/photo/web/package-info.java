/** Photos over HTTP. */
@NullMarked
package org.jingzhun.pairing.photo.web;

import org.jspecify.annotations.NullMarked;
