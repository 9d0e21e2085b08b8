/** Projects of enterprises in their villages (万企帮万村): planned, agreed, reported every year, closed. */
@NullMarked
package org.jingzhun.pairing.enterpriseproject;

import org.jspecify.annotations.NullMarked;
