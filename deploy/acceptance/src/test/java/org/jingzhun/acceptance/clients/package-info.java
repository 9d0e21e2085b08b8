/** What other systems and phones do with the suite, through clients generated from its contracts. */
@NullMarked
package org.jingzhun.acceptance.clients;

import org.jspecify.annotations.NullMarked;
