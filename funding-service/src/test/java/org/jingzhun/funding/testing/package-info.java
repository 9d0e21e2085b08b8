/** What this service's tests share: clients with roles, the neighbour's events, a county to work in. */
@NullMarked
package org.jingzhun.funding.testing;

import org.jspecify.annotations.NullMarked;
