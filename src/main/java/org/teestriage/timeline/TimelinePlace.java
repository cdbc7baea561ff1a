package org.teestriage.timeline;

/** Where an entry stands: the reference of its concern, and its number there, from 1. */
record TimelinePlace(String reference, long sequence) {}
