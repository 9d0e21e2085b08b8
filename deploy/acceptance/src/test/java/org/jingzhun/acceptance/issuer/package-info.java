/** The suite with a real issuer of tokens: Keycloak, with the realm of production. */
@NullMarked
package org.jingzhun.acceptance.issuer;

import org.jspecify.annotations.NullMarked;
