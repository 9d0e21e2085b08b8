/** What this service believes second-hand about identification: villages and registered households. */
@NullMarked
package org.jingzhun.funding.observed.identification;

import org.jspecify.annotations.NullMarked;
