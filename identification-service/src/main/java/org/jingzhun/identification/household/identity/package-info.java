/** Numbers that tell who a person is: resident id and disability certificate, read, checked and masked. */
@NullMarked
package org.jingzhun.identification.household.identity;

import org.jspecify.annotations.NullMarked;
