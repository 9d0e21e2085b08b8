/** What the resources of objections have in common. */
@NullMarked
package org.jingzhun.identification.objection.web;

import org.jspecify.annotations.NullMarked;
