/** Monitoring of return to poverty (防止返贫监测): leads, the way onto it and off it, measures, deadlines. */
@NullMarked
package org.jingzhun.identification.monitoring;

import org.jspecify.annotations.NullMarked;
