/** What the tests of this service share: clients, places, people. */
@NullMarked
package org.jingzhun.identification.testing;

import org.jspecify.annotations.NullMarked;
