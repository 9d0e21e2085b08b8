/** Tests of projects. */
@NullMarked
package org.jingzhun.funding.project;

import org.jspecify.annotations.NullMarked;
