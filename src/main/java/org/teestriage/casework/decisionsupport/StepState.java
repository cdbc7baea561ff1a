package org.teestriage.casework.decisionsupport;

/**
 * Whether a step can be decided, and what changed since its page was loaded.
 *
 * @param open whether the step can still be decided
 * @param changedSince whether other users added to the concern since the officer opened the page
 */
public record StepState(boolean open, boolean changedSince) {}
