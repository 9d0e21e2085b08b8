/** Assessments (入户评估): what a household answered at a visit, and what the answers scored. */
@NullMarked
package org.jingzhun.identification.assessment;

import org.jspecify.annotations.NullMarked;
