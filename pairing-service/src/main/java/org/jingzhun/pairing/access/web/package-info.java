/** What all requests are refused for, over HTTP. */
@NullMarked
package org.jingzhun.pairing.access.web;

import org.jspecify.annotations.NullMarked;
