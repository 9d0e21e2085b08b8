/** Dated lists over HTTP. */
@NullMarked
package org.jingzhun.funding.catalogue.web;

import org.jspecify.annotations.NullMarked;
