/** Dated lists of a place (政策清单): negative list, batches, actions, programmes and industries, loadable without a build. */
@NullMarked
package org.jingzhun.funding.catalogue;

import org.jspecify.annotations.NullMarked;
