/** The rules in force, over HTTP. */
@NullMarked
package org.jingzhun.pairing.policy.web;

import org.jspecify.annotations.NullMarked;
