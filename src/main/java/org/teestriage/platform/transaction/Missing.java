package org.teestriage.platform.transaction;

/**
 * Something that a refused request lacks.
 *
 * @param page address of the page where it is done
 */
public record Missing(String what, String page) {}
