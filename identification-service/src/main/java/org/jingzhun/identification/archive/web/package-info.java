/** Files of households over HTTP. */
@NullMarked
package org.jingzhun.identification.archive.web;

import org.jspecify.annotations.NullMarked;
