/** Monitoring of return to poverty over HTTP. */
@NullMarked
package org.jingzhun.identification.monitoring.web;

import org.jspecify.annotations.NullMarked;
