package org.jingzhun.identification.archive.section;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a component of a row is called in print. Components without a label stand in the JSON only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Label {

    /** In Chinese. */
    String value();

    /** Name of the code list that has the labels of its codes; none for what is no code. */
    String codes() default "";
}
