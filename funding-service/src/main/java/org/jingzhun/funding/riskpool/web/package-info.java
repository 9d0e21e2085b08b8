/** Risk pools and their claims over HTTP. */
@NullMarked
package org.jingzhun.funding.riskpool.web;

import org.jspecify.annotations.NullMarked;
