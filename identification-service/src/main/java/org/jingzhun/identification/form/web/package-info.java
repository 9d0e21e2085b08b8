/** The filled-in form over HTTP. */
@NullMarked
package org.jingzhun.identification.form.web;

import org.jspecify.annotations.NullMarked;
