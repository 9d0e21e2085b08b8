/** Incomes and their rules over HTTP. */
@NullMarked
package org.jingzhun.identification.income.web;

import org.jspecify.annotations.NullMarked;
