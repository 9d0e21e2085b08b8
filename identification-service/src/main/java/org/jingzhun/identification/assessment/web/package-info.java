/** Assessments over HTTP. */
@NullMarked
package org.jingzhun.identification.assessment.web;

import org.jspecify.annotations.NullMarked;
