package org.teestriage.casework.decisionsupport;

/**
 * Whether a step can still be decided as the officer saw it.
 *
 * @param changedSince whether others added to the concern since the officer opened the page
 */
public record StepState(boolean open, boolean changedSince) {}
