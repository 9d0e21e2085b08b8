/** The cut line (分数线): ranks the candidates of a campaign by score and finds the line that keeps within the quota. */
@NullMarked
package org.jingzhun.identification.campaign.line;

import org.jspecify.annotations.NullMarked;
