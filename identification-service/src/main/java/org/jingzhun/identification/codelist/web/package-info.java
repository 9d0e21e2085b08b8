/** Code lists over HTTP. */
@NullMarked
package org.jingzhun.identification.codelist.web;

import org.jspecify.annotations.NullMarked;
