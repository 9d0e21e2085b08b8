/** The CSV files of normative data that ship with the service. */
@NullMarked
package org.jingzhun.identification.datafile;

import org.jspecify.annotations.NullMarked;
