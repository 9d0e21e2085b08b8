/** Divisions over HTTP. */
@NullMarked
package org.jingzhun.identification.division.web;

import org.jspecify.annotations.NullMarked;
