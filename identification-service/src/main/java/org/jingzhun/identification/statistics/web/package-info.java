/** Statistics, official figures and targets over HTTP. */
@NullMarked
package org.jingzhun.identification.statistics.web;

import org.jspecify.annotations.NullMarked;
