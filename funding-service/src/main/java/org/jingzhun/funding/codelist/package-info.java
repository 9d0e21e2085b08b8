/** Code lists (代码表): dated labels in Chinese and English, each with the document that set it. */
@NullMarked
package org.jingzhun.funding.codelist;

import org.jspecify.annotations.NullMarked;
