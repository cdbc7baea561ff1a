package org.teestriage.delivery;

/** {@code question}: the id of the question whose answer is stored. */
public record CheckAnswerView(String question) {}
