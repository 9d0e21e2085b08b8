/** The read model of villages over HTTP. */
@NullMarked
package org.jingzhun.funding.observed.identification.web;

import org.jspecify.annotations.NullMarked;
