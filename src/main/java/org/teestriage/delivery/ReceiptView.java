package org.teestriage.delivery;

/** What is known here of a letter, told to its partner. */
public record ReceiptView(String dispatchId, String state) {}
