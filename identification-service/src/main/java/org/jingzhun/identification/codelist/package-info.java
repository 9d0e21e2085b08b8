/** Code lists (代码表): the labels of all enumerations in Chinese and English, with validity and source. */
@NullMarked
package org.jingzhun.identification.codelist;

import org.jspecify.annotations.NullMarked;
