/** Synchronisation over HTTP. */
@NullMarked
package org.jingzhun.pairing.sync.web;

import org.jspecify.annotations.NullMarked;
