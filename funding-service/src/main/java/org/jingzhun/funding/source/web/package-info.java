/** Sources and budgets over HTTP. */
@NullMarked
package org.jingzhun.funding.source.web;

import org.jspecify.annotations.NullMarked;
