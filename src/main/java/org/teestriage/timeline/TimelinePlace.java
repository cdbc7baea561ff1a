package org.teestriage.timeline;

record TimelinePlace(String reference, long sequence) {}
