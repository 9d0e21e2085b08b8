/** Hashes of a file: one for each section, one for the whole. */
@NullMarked
package org.jingzhun.identification.archive.manifest;

import org.jspecify.annotations.NullMarked;
