/** Help plans over HTTP. */
@NullMarked
package org.jingzhun.pairing.helpplan.web;

import org.jspecify.annotations.NullMarked;
