package org.teestriage.platform.validation;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A component that is asked for only under one answer to another component of the same record. Forms resolve it at start. */
@Target(RECORD_COMPONENT)
@Retention(RUNTIME)
public @interface AskedWhen {

    /** The other component: an enum or Boolean, or a set of an enum. */
    String field();

    /** The constant of the enum, or {@code true} or {@code false}. */
    String is();
}
