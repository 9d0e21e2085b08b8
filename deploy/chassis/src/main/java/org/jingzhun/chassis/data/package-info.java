/** Tables of normative data: files that ship with a service, and rows that are loaded at run time, without a build. */
@NullMarked
package org.jingzhun.chassis.data;

import org.jspecify.annotations.NullMarked;
