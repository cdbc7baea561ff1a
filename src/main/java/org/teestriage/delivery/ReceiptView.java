package org.teestriage.delivery;

public record ReceiptView(String dispatchId, String state) {}
