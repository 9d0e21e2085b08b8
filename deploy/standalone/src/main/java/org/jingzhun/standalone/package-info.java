/**
 * The suite on one machine (单机部署): starts the platform and the three services as processes of their own, looks after
 * them, drives the sample on the first start, and issues tokens.
 */
@NullMarked
package org.jingzhun.standalone;

import org.jspecify.annotations.NullMarked;
