package org.jingzhun.chassis.permission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an answer holds. */
@Schema(name = "Sensitivity")
public enum Sensitivity {
    /** Nothing about a person or a household. */
    PLAIN,
    /** Personal data (个人信息): each reading leaves an audit record. */
    PERSONAL
}
