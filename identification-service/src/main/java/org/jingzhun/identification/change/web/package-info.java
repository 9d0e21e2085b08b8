/** Changes of households over HTTP. */
@NullMarked
package org.jingzhun.identification.change.web;

import org.jspecify.annotations.NullMarked;
