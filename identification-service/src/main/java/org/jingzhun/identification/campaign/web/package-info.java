/** Campaigns and rounds over HTTP. */
@NullMarked
package org.jingzhun.identification.campaign.web;

import org.jspecify.annotations.NullMarked;
