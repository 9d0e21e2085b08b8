/** Natural changes of households (自然增减): births, deaths, marriages, moves, splits, mergers and corrections. */
@NullMarked
package org.jingzhun.identification.change;

import org.jspecify.annotations.NullMarked;
