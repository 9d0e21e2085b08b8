/**
 * How long what is stored is kept (保存期限), as data: every table of a service is under one rule of
 * {@code retention.csv}, and the service answers them.
 */
@NullMarked
package org.jingzhun.chassis.retention;

import org.jspecify.annotations.NullMarked;
