package org.teestriage.platform.validation;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A form asks for this component only if another component of the same record has one of these values. Resolved at start-up. */
@Target(RECORD_COMPONENT)
@Retention(RUNTIME)
public @interface AskedWhen {

    /** The other component: an enum, a Boolean, or a set of an enum. */
    String field();

    /** The enum constant, or {@code true} or {@code false}; several are separated by a space. */
    String is();
}
