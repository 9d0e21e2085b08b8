/** Code lists over HTTP. */
@NullMarked
package org.jingzhun.funding.codelist.web;

import org.jspecify.annotations.NullMarked;
