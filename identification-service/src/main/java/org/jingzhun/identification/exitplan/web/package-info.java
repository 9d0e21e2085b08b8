/** Exit plans over HTTP. */
@NullMarked
package org.jingzhun.identification.exitplan.web;

import org.jspecify.annotations.NullMarked;
