/** Requests made from the OpenAPI documents, right and wrong ones, and what every answer must be. */
@NullMarked
package org.jingzhun.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
