/** What each special register records of a person or household, and what would contradict itself. */
@NullMarked
package org.jingzhun.identification.special.facts;

import org.jspecify.annotations.NullMarked;
