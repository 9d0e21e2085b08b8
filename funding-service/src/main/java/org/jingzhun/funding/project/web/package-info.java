/** Projects over HTTP. */
@NullMarked
package org.jingzhun.funding.project.web;

import org.jspecify.annotations.NullMarked;
